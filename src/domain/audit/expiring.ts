import type { Article, Fact } from '../library.ts';
import { daysBetween, endOf } from '../partialDate.ts';
import { addDays } from '../time.ts';

export interface ExpiringFact {
  readonly article: Article;
  readonly fact: Fact;
  /** Its position in the article. */
  readonly index: number;
  /** Days it may still be taught; negative once it has lapsed. */
  readonly daysLeft: number;
}

/** Facts that lapse within `days` of the day `at` (YYYY-MM-DD) or have lapsed, the first to go first. */
export function expiring(
  library: { readonly articles: readonly Article[] },
  at: string,
  days = 90,
): readonly ExpiringFact[] {
  const until = addDays(at, days);
  return library.articles
    .flatMap((article) => article.facts.map((fact, index) => ({ article, fact, index })))
    .flatMap(({ article, fact, index }) => {
      const last = fact.validUntil && endOf(fact.validUntil);
      return last && last <= until ? [{ article, fact, index, daysLeft: daysBetween(at, last) }] : [];
    })
    .toSorted((a, b) => a.daysLeft - b.daysLeft);
}
