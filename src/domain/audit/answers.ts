import type { Article, Fact, Question } from '../library.ts';
import { isPartialDate, spellDate } from '../partialDate.ts';
import type { Finding } from './finding.ts';
import { significantWords } from './words.ts';

/** Right answers that the question's own facts do not give. */
export function ungroundedAnswers(article: Article): Finding[] {
  return article.questions.flatMap((question, index) => {
    const facts = article.facts.filter(({ id }) => question.facts.includes(id));
    return facts.length === 0 ? [] : ungrounded(question, facts, ['questions', index]);
  });
}

function ungrounded(question: Question, facts: readonly Fact[], at: readonly (string | number)[]): Finding[] {
  switch (question.kind) {
    case 'choice':
      return unsaid(question.answer, facts, [...at, 'answer']);
    case 'text':
      return question.answers.accept
        .slice(0, 1)
        .flatMap((first) => unsaid(first, facts, [...at, 'answers', 'accept', 0]));
    case 'year':
      return unsaid(String(question.answer), facts, [...at, 'answer']);
    case 'order':
      return question.items.flatMap(({ date }, index) =>
        facts.some((fact) => fact.date === date)
          ? []
          : [
              {
                path: [...at, 'items', index, 'date'],
                wrong: `None of the question's facts has the date ${date}.`,
                mend: `Name the fact that gives it, or use its date as it stands there (${facts.map((fact) => fact.date).join(', ')}).`,
              },
            ],
      );
    case 'true-false':
      return [];
  }
}

function unsaid(answer: string, facts: readonly Fact[], path: Finding['path']): Finding[] {
  const said = new Set(facts.flatMap(({ text, date }) => significantWords(`${text} ${dateWords(date)}`)));
  const missing = significantWords(answer).filter((word) => !said.has(word));
  if (missing.length === 0) return [];
  return [
    {
      path,
      wrong: `The right answer “${answer}” does not follow from the question's facts: ${listed(missing)} not in them.`,
      mend: 'Name the fact that says it, or word the answer as the fact does.',
    },
  ];
}

function dateWords(date: string): string {
  return isPartialDate(date) ? spellDate(date) : '';
}

function listed(words: readonly string[]): string {
  return `${words.map((word) => `“${word}”`).join(', ')} ${words.length === 1 ? 'is' : 'are'}`;
}
