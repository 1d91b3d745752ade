/** Letters that carry their accent inside and so have none to take off. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

/** Anything but ASCII and the punctuation of English print. Most texts have none of it, and are spared the work. */
const APOSTROPHES = /['’‘ʼ`´]/;
const FOREIGN = /[^\0-\x7f\u2010-\u2026]/;

/**
 * The text as two people would agree it was meant: lower case, without accents
 * and punctuation, words one space apart. "The U.S., Côte d’Ivoire & Łódź" is
 * "the us cote divoire and lodz". Letters of any script stay. Empty when there
 * was nothing but punctuation.
 */
export function fold(text: string): string {
  const foreign = FOREIGN.test(text);
  let folded = foreign ? unaccented(text) : text.toLowerCase();
  // Most texts have none of these, and to look is cheaper than to replace.
  if (APOSTROPHES.test(folded)) folded = folded.replaceAll(/['’‘ʼ`´]+/g, '');
  if (/\.\p{L}/u.test(folded)) folded = folded.replace(/(?<=\p{L})\.(?=\p{L})/gu, '');
  if (folded.includes(',')) folded = folded.replace(/(\d),(?=\d{3})/g, '$1');
  if (folded.includes('&')) folded = folded.replaceAll('&', ' and ');
  return folded.replace(foreign ? /[^\p{L}\p{N}]+/gu : /[^a-z0-9]+/g, ' ').trim();
}

function unaccented(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => PLAIN[letter] ?? letter);
}
