import type { Article, DiplomaticEvent, Question, Sentence } from '../library.ts';
import type { JsonPath } from './finding.ts';

/** A text of ours and where it stands. */
export interface Passage {
  readonly text: string;
  readonly path: JsonPath;
}

/** Every text that an article words itself, one by one. */
export function passages(article: Article): Passage[] {
  const { summary, timeline, positions, questions } = article;
  return [
    { text: article.headline, path: ['headline'] },
    ...sentences([summary.line], ['summary']).map(({ text }) => ({ text, path: ['summary', 'line', 'text'] })),
    ...sentences(summary.standard, ['summary', 'standard']),
    ...sentences(summary.full, ['summary', 'full']),
    ...sentences(article.facts, ['facts']),
    ...sentences(timeline, ['timeline']),
    ...sentences(positions, ['positions']),
    ...questions.flatMap((question, index) => {
      const path = ['questions', index];
      return [
        { text: question.prompt, path: [...path, 'prompt'] },
        ...offered(question, path),
        ...remarks(question, path),
        { text: question.explanation, path: [...path, 'explanation'] },
      ];
    }),
  ];
}

/** The texts of an article as they are shown: each by itself, without the others near. */
export function shownAlone(article: Article): Passage[] {
  const { summary, timeline, positions, questions } = article;
  return [
    { text: article.headline, path: ['headline'] },
    { text: summary.line.text, path: ['summary', 'line', 'text'] },
    { text: joined(summary.standard), path: ['summary', 'standard'] },
    { text: joined(summary.full), path: ['summary', 'full'] },
    ...sentences(article.facts, ['facts']),
    ...sentences(timeline, ['timeline']),
    ...sentences(positions, ['positions']),
    ...questions.flatMap((question, index) => {
      const path = ['questions', index];
      const options = offered(question, path).map(({ text }) => text);
      return [
        { text: [question.prompt, ...options].join('\n'), path: [...path, 'prompt'] },
        ...remarks(question, path),
        { text: question.explanation, path: [...path, 'explanation'] },
      ];
    }),
  ];
}

/** An event is shown whole. */
export function eventShown({ title, text, significance }: DiplomaticEvent, index: number): Passage {
  return { text: [title, text, significance].join('\n'), path: [index, 'text'] };
}

function sentences(list: readonly Pick<Sentence, 'text'>[], at: JsonPath): Passage[] {
  return list.map(({ text }, index) => ({ text, path: [...at, index, 'text'] }));
}

function joined(list: readonly Sentence[]): string {
  return list.map(({ text }) => text).join('\n');
}

function offered(question: Question, path: JsonPath): Passage[] {
  switch (question.kind) {
    case 'choice':
      return [
        { text: question.answer, path: [...path, 'answer'] },
        ...question.distractors.map((text, index) => ({ text, path: [...path, 'distractors', index] })),
      ];
    case 'text':
      return question.answers.accept.map((text, index) => ({ text, path: [...path, 'answers', 'accept', index] }));
    case 'order':
      return sentences(question.items, [...path, 'items']);
    case 'true-false':
    case 'year':
      return [];
  }
}

/** What a player who typed an answer may be told. */
function remarks(question: Question, path: JsonPath): Passage[] {
  if (question.kind !== 'text') return [];
  const { prompt, reject } = question.answers;
  return [
    ...prompt.map(({ ask }, index) => ({ text: ask, path: [...path, 'answers', 'prompt', index, 'ask'] })),
    ...reject.map(({ reason }, index) => ({ text: reason, path: [...path, 'answers', 'reject', index, 'reason'] })),
  ];
}
