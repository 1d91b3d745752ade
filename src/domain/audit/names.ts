import { fold } from '../folding.ts';
import type { Country, NeutralName } from '../library.ts';
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
    neutral: (place.neutral ?? []).map((name) => ` ${fold(name)} `),
    sides: place.sides.map(({ names }) => names.map((name) => ` ${fold(name)} `)),
  }));
  return shown.flatMap(({ text, path }) => {
    const folded = ` ${outsideQuotes(text).map(fold).join(' | ')} `;
    return disputes.flatMap(({ write, neutral, sides }): Finding[] => {
      const used = sides.map((names) => names.find((name) => folded.includes(name)));
      const name = used.find((one) => one !== undefined);
      const hasAll = used.length > 1 && !used.includes(undefined);
      if (name === undefined || hasAll || neutral.some((one) => folded.includes(one))) return [];
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

/** Countries whose name is not written as everywhere else, so that they would be counted apart. */
export function misspelt(names: readonly string[], countries: readonly Country[]): Finding[] {
  const known = new Map(countries.flatMap(({ name, also = [] }) => [name, ...also].map((one) => [fold(one), name])));
  return names.flatMap((name, index): Finding[] => {
    const country = known.get(fold(name));
    if (country === undefined || country === name) return [];
    return [{ path: [index], wrong: `“${name}” is written “${country}” elsewhere.`, mend: `Write “${country}”.` }];
  });
}
