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
const FOREIGN = /[^\0-\x7f\u2010-\u2026]/;

/**
 * The text as two people would agree it was meant: lower case, without accents
 * and punctuation, words one space apart. "The U.S., Côte d’Ivoire & Łódź" is
 * "the us cote divoire and lodz". Letters of any script stay. Empty when there
 * was nothing but punctuation.
 */
export function fold(text: string): string {
  const foreign = FOREIGN.test(text);
  return (foreign ? unaccented(text) : text.toLowerCase())
    .replace(/['’‘ʼ`´]+/g, '')
    .replace(/\.(?=\p{L})/gu, (point, at: number, whole: string) => (/\p{L}/u.test(whole[at - 1] ?? '') ? '' : point))
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/&/g, ' and ')
    .replace(foreign ? /[^\p{L}\p{N}]+/gu : /[^a-z0-9]+/g, ' ')
    .trim();
}

function unaccented(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => PLAIN[letter] ?? letter);
}
