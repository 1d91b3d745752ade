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

/**
 * The text as two people would agree it was meant: lower case, without accents
 * and punctuation, words one space apart. "The U.S., Côte d’Ivoire & Łódź" is
 * "the us cote divoire and lodz". Letters of any script stay. Empty when there
 * was nothing but punctuation.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/(?<=\p{L})\.(?=\p{L})|(?<=\d),(?=\d{3})/gu, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
