import { fold } from '../folding.ts';
import type { Article, TextQuestion } from '../library.ts';
import type { Finding, JsonPath } from './finding.ts';

/** Typed answers that stand twice in an answer line, so that it is not clear how to judge them. */
export function unclearAnswerLines(article: Article): Finding[] {
  return article.questions.flatMap((question, index) =>
    question.kind === 'text' ? repeatsIn(question, ['questions', index, 'answers']) : [],
  );
}

function repeatsIn({ answers }: TextQuestion, path: JsonPath): Finding[] {
  const entries = [
    ...answers.accept.map((text, index) => ({ text, list: 'accept', path: [...path, 'accept', index] })),
    ...answers.prompt.map(({ text }, index) => ({ text, list: 'prompt', path: [...path, 'prompt', index, 'text'] })),
    ...answers.reject.map(({ text }, index) => ({ text, list: 'reject', path: [...path, 'reject', index, 'text'] })),
  ];
  return entries.flatMap((entry, index) => {
    const twin = entries.slice(0, index).find((other) => fold(other.text) === fold(entry.text));
    if (!twin) return [];
    return [
      {
        path: entry.path,
        wrong: `“${entry.text}” says the same as “${twin.text}” under “${twin.list}”; case, accents and punctuation do not count.`,
        mend: 'Keep one of the two.',
      },
    ];
  });
}
