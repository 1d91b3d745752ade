import { fold } from './folding.ts';

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
let known: ReadonlySet<string> | undefined;

/**
 * The English names of today's countries and territories, folded, as Unicode
 * has them (CLDR, by `Intl.DisplayNames` over the codes of ISO 3166-1). Worked
 * out when first asked for: a start need not wait for it.
 */
export function countryNames(): ReadonlySet<string> {
  if (known) return known;
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  known = new Set(
    ALPHABET.flatMap((first) => ALPHABET.map((second) => fold(regions.of(`${first}${second}`) ?? ''))).filter(Boolean),
  );
  return known;
}
