import leven from 'leven';
import type { Article } from '../library.ts';
import { citedFacts } from './citations.ts';
import type { Finding, JsonPath } from './finding.ts';

/** Every id must be the only one of its kind: the second of two is reported. */
export function repeatedIds(list: readonly { readonly id: string }[], at: JsonPath, noun: string): Finding[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        path: [...at, index, 'id'],
        wrong: `Another ${noun} has the id “${id}” already.`,
        mend: 'Give this one an id of its own, and correct what refers to it.',
      },
    ];
  });
}

/** Ids that occur twice among an article's sources, facts or questions. */
export function repeatedIdsIn(article: Article): Finding[] {
  const sources = repeatedIds([article.source, ...article.furtherSources], [], 'source').map(
    (finding): Finding => ({ ...finding, path: ['furtherSources', Number(finding.path[0]) - 1, 'id'] }),
  );
  return [
    ...sources,
    ...repeatedIds(article.facts, ['facts'], 'fact'),
    ...repeatedIds(article.questions, ['questions'], 'question'),
  ];
}

/** An article's file carries its id as its name. */
export function misnamed(article: Article, fileName: string): Finding[] {
  if (fileName === `${article.id}.json`) return [];
  return [
    {
      path: ['id'],
      wrong: `The id “${article.id}” is not the name of its file, ${fileName}.`,
      mend: `Rename the file to ${article.id}.json, or change the id.`,
    },
  ];
}

/** Sources and facts that an article refers to and does not have. */
export function danglingIdsIn(article: Article): Finding[] {
  const sources = new Set([article.source, ...article.furtherSources].map(({ id }) => id));
  const facts = new Set(article.facts.map(({ id }) => id));
  return [
    ...article.facts.flatMap(({ source }, index) =>
      dangling([source], sources, 'source').map((finding) => ({ ...finding, path: ['facts', index, 'source'] })),
    ),
    ...citedFacts(article).flatMap(({ ids, path }) => under(path, dangling(ids, facts, 'fact'))),
  ];
}

/**
 * Ids in `ids` that are not among `known`, and those named twice; paths are
 * positions in `ids`.
 */
export function dangling(ids: readonly string[], known: Iterable<string>, noun: string): Finding[] {
  const all: ReadonlySet<string> = known instanceof Set ? known : new Set(known);
  return ids.flatMap((id, index): Finding[] => {
    if (!all.has(id)) {
      return [{ path: [index], wrong: `There is no ${noun} “${id}”.`, mend: nearest(id, all, noun) }];
    }
    if (ids.indexOf(id) === index) return [];
    return [{ path: [index], wrong: `The ${noun} “${id}” is named twice here.`, mend: 'Name it once.' }];
  });
}

/** The same findings, further down. */
export function under(path: JsonPath, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) => ({ ...finding, path: [...path, ...finding.path] }));
}

/** How many ids are few enough to be listed. */
const FEW = 8;

function nearest(id: string, known: ReadonlySet<string>, noun: string): string {
  const best = [...known].map((one) => ({ one, far: leven(one, id) })).toSorted((a, b) => a.far - b.far)[0];
  if (best && best.far <= Math.max(2, id.length / 3)) return `Did you mean “${best.one}”?`;
  if (known.size === 0) return `Add it first: there is no ${noun} at all yet.`;
  return known.size <= FEW ? `Use one of ${[...known].join(', ')}, or add it.` : `Correct it, or add that ${noun}.`;
}
