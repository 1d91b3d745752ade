import type { LoadedWord } from '../library.ts';
import { bounded, type WordingRule } from './wording.ts';

/** Finds a word that judges a party in the library's own voice. */
export function loadedWord({ forms, instead, fine = [] }: LoadedWord): WordingRule {
  const [sought, allowed] = [forms.map(bounded), fine.map(bounded)];
  return {
    forms,
    find(folded) {
      if (!sought.some((one) => folded.includes(one))) return undefined;
      const rest = allowed.reduce((left, phrase) => left.replaceAll(phrase, ' | '), folded);
      const form = sought.find((one) => rest.includes(one));
      if (form === undefined) return undefined;
      return {
        wrong: `“${form.trim()}” judges a party in the library's own voice.`,
        mend: `Write ${instead}, or mark the words as a quotation.`,
      };
    },
  };
}
