import { fold } from './folding.ts';

const ALPHABET = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/**
 * The English names of today's countries and territories, folded, as Unicode
 * has them (CLDR, by `Intl.DisplayNames` over the codes of ISO 3166-1).
 */
export const COUNTRIES: ReadonlySet<string> = new Set(
  ALPHABET.flatMap((first) => ALPHABET.map((second) => fold(REGIONS.of(`${first}${second}`) ?? ''))).filter(Boolean),
);
