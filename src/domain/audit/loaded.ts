import { fold } from '../folding.ts';
import type { LoadedWord } from '../library.ts';
import { outsideQuotes } from '../quotedSpeech.ts';
import type { Finding } from './finding.ts';
import type { Passage } from './passages.ts';

/**
 * Words that judge a party in the library's own voice. What stands in quotation
 * marks is somebody's speech and keeps their word.
 */
export function loadedWords(shown: readonly Passage[], words: readonly LoadedWord[]): Finding[] {
  const bounded = (text: string) => ` ${fold(text)} `;
  const judging = words.map(({ instead, forms, fine = [] }) => ({
    instead,
    forms: forms.map(bounded),
    fine: fine.map(bounded),
  }));
  return shown.flatMap(({ text, path }) => {
    const folded = outsideQuotes(text).map(bounded).join('|');
    return judging.flatMap(({ instead, forms, fine }): Finding[] => {
      const rest = fine.reduce((left, phrase) => left.replaceAll(phrase, ' | '), folded);
      const form = forms.find((one) => rest.includes(one));
      if (form === undefined) return [];
      return [
        {
          path,
          wrong: `“${form.trim()}” judges a party in the library's own voice.`,
          mend: `Write ${instead}, or mark the words as a quotation.`,
        },
      ];
    });
  });
}
