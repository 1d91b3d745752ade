import type { Article } from '../library.ts';
import type { Finding } from './finding.ts';

/** Publishers of whom each says at least one of an article's facts. */
const PUBLISHERS = 2;

/** Articles that rest on one publisher alone. */
export function loneSources({ source, furtherSources, facts }: Article): Finding[] {
  const saying = new Set(facts.map((fact) => fact.source));
  const publishers = new Set(
    [source, ...furtherSources].filter(({ id }) => saying.has(id)).map(({ publisher }) => publisher),
  );
  if (publishers.size >= PUBLISHERS) return [];
  return [
    {
      path: ['furtherSources'],
      wrong: `All facts rest on one publisher${publishers.size ? `, ${[...publishers][0]}` : ''}.`,
      mend: 'Read a page of another publisher, and let it carry facts.',
    },
  ];
}
