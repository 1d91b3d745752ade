import { fold } from '../folding.ts';
import type { Country, NeutralName } from '../library.ts';
import type { Finding } from './finding.ts';
import { bounded, type WordingRule } from './wording.ts';

/** Finds a disputed place called as one side does, without the others' name or one that is nobody's. */
export function oneSidedName({ write, neutral = [], sides }: NeutralName): WordingRule {
  const nobodys = neutral.map(bounded);
  const theirs = sides.map(({ names }) => names.map(bounded));
  return {
    forms: sides.flatMap(({ names }) => names),
    find(folded) {
      const used = theirs.map((names) => names.find((name) => folded.includes(name)));
      const name = used.find((one) => one !== undefined);
      const hasAll = used.length > 1 && !used.includes(undefined);
      if (name === undefined || hasAll || nobodys.some((one) => folded.includes(one))) return undefined;
      return {
        wrong: `“${name.trim()}” is the name that one side gives a disputed place.`,
        mend: `Write “${write}”, or mark the words as a quotation.`,
      };
    },
  };
}

/** Finds countries whose name is not written as everywhere else, so that they would be counted apart. */
export function misspeltCountries(countries: readonly Country[]): (names: readonly string[]) => Finding[] {
  const known = new Map(countries.flatMap(({ name, also = [] }) => [name, ...also].map((one) => [fold(one), name])));
  const names = new Set(countries.map(({ name }) => name));
  return (written) =>
    written.flatMap((name, index): Finding[] => {
      const country = names.has(name) ? name : known.get(fold(name));
      if (country === undefined || country === name) return [];
      return [{ path: [index], wrong: `“${name}” is written “${country}” elsewhere.`, mend: `Write “${country}”.` }];
    });
}
