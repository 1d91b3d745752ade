import type { Article, Question } from '../library.ts';
import type { Finding } from './finding.ts';
import { holdsPhrase } from './words.ts';

/**
 * Prompts that contain their answer. A prompt that offers every option alike
 * ("Did Japan or the Soviet Union …?") gives nothing away.
 */
export function tellingPrompts(article: Article): Finding[] {
  return article.questions.flatMap((question, index) => {
    const told = answersOf(question).find((answer) => holdsPhrase(question.prompt, answer));
    if (told === undefined || offersAll(question)) return [];
    return [
      {
        path: ['questions', index, 'prompt'],
        wrong: `The prompt contains its answer, “${told}”.`,
        mend: 'Ask without naming it.',
      },
    ];
  });
}

function answersOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'choice':
      return [question.answer];
    case 'text':
      return question.answers.accept;
    case 'year':
      return [String(question.answer)];
    case 'true-false':
    case 'order':
      return [];
  }
}

function offersAll(question: Question): boolean {
  return question.kind === 'choice' && question.distractors.every((option) => holdsPhrase(question.prompt, option));
}
