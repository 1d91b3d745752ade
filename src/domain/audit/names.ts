import { fold } from '../folding.ts';
import type { NeutralName } from '../library.ts';
import { outsideQuotes } from '../quotedSpeech.ts';
import type { Finding } from './finding.ts';
import type { Passage } from './passages.ts';

/**
 * Disputed places that a text calls as one side does, without the others' name.
 * What stands in quotation marks is somebody's speech and keeps their word.
 */
export function oneSidedNames(shown: readonly Passage[], places: readonly NeutralName[]): Finding[] {
  const disputes = places.map((place) => ({
    write: place.write,
    sides: place.sides.map(({ names }) => names.map((name) => ` ${fold(name)} `)),
  }));
  return shown.flatMap(({ text, path }) => {
    const folded = ` ${outsideQuotes(text).map(fold).join(' | ')} `;
    return disputes.flatMap(({ write, sides }): Finding[] => {
      const used = sides.map((names) => names.find((name) => folded.includes(name)));
      const name = used.find((one) => one !== undefined);
      if (name === undefined || !used.includes(undefined)) return [];
      return [
        {
          path,
          wrong: `“${name.trim()}” is the name that one side gives a disputed place.`,
          mend: `Write “${write}”, or mark the words as a quotation.`,
        },
      ];
    });
  });
}
