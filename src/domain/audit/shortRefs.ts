import type { Article } from '../library.ts';
import { questionRef } from '../quiz.ts';
import type { Finding } from './finding.ts';

/** Questions whose short names, by which buttons refer to them, are those of others: by article, in the order given. */
export function clashingRefs(
  articles: readonly Article[],
  refOf: typeof questionRef = questionRef,
): ReadonlyMap<Article, readonly Finding[]> {
  const owners = new Map<string, string>();
  return new Map(
    articles.map((article) => [
      article,
      article.questions.flatMap((question, index): Finding[] => {
        const ref = refOf({ article, question });
        const name = `${article.id}/${question.id}`;
        const owner = owners.get(ref) ?? name;
        owners.set(ref, owner);
        // One whole name twice is another rule's business.
        if (owner === name) return [];
        return [
          {
            path: ['questions', index, 'id'],
            wrong: `Its short name is that of ${owner}.`,
            mend: 'Give it another id.',
          },
        ];
      }),
    ]),
  );
}
