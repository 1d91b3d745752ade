import { fold } from '../folding.ts';

const SMALL = new Set(
  'a an and are as at be been both but by can did do does for from had has have he her his in into is it its may no not of off on or over she so than that the their them they this those to under up was were what when where which who whom whose will with would'.split(
    ' ',
  ),
);
const NUMBERS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/**
 * The words of a text that carry its meaning, in a form that compares: folded,
 * numbers up to twelve as figures, without possessives and plural endings.
 * A text of small words alone keeps them.
 */
export function significantWords(text: string): readonly string[] {
  const all = fold(text.replace(/['’]s\b/g, ''))
    .split(' ')
    .filter(Boolean);
  const weighty = all.filter((word) => !SMALL.has(word));
  return (weighty.length > 0 ? weighty : all).map(stem);
}

/** Whether the words of `phrase` stand in `text`, side by side, after folding. */
export function holdsPhrase(text: string, phrase: string): boolean {
  const sought = fold(phrase);
  return sought !== '' && ` ${fold(text)} `.includes(` ${sought} `);
}

function stem(word: string): string {
  const figure = NUMBERS.indexOf(word);
  if (figure >= 0) return String(figure);
  return word.length > 3 ? word.replace(/(?<=[^s])s$|(?<=s)es$/, '') : word;
}
