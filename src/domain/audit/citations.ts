import type { Article } from '../library.ts';
import type { Finding, JsonPath } from './finding.ts';

/** Everywhere an article names facts. */
export function citedFacts(article: Article): { readonly ids: readonly string[]; readonly path: JsonPath }[] {
  const { summary, timeline, positions, questions } = article;
  const lists: [JsonPath, readonly { readonly facts: readonly string[] }[]][] = [
    [['summary', 'standard'], summary.standard],
    [['summary', 'full'], summary.full],
    [['timeline'], timeline],
    [['positions'], positions],
    [['questions'], questions],
  ];
  return [
    { ids: summary.line.facts, path: ['summary', 'line', 'facts'] },
    ...lists.flatMap(([path, list]) =>
      list.map(({ facts }, index) => ({ ids: facts, path: [...path, index, 'facts'] })),
    ),
  ];
}

/** Facts that nothing in their article rests on. They do no harm, so this is a note and not a fault. */
export function idleFacts(article: Article): Finding[] {
  const used = new Set(citedFacts(article).flatMap(({ ids }) => ids));
  return article.facts.flatMap(({ id }, index) =>
    used.has(id)
      ? []
      : [
          {
            path: ['facts', index, 'id'],
            wrong: `Nothing rests on the fact “${id}”.`,
            mend: 'Let a sentence or a question use it, or leave it out.',
          },
        ],
  );
}
