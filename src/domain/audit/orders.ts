import { fold } from '../folding.ts';
import type { Article, OrderQuestion } from '../library.ts';
import { isPartialDate, overlaps, spellDate } from '../partialDate.ts';
import type { Finding, JsonPath } from './finding.ts';
import { holdsPhrase } from './words.ts';

/** Things to put in order whose order does not follow from their dates, or can be read off their words. */
export function unfairOrders(article: Article): Finding[] {
  return article.questions.flatMap((question, index) => {
    if (question.kind !== 'order' || !question.items.every(({ date }) => isPartialDate(date))) return [];
    const path: JsonPath = ['questions', index];
    return [
      ...repeats(question, path),
      ...coinciding(question, path),
      ...tellingItems(question, path),
      ...tellingPrompt(question, path),
    ];
  });
}

function repeats({ items }: OrderQuestion, path: JsonPath): Finding[] {
  return items.flatMap(({ text }, index) => {
    if (!items.slice(0, index).some((other) => fold(other.text) === fold(text))) return [];
    return [
      {
        path: [...path, 'items', index, 'text'],
        wrong: `“${text}” stands here twice.`,
        mend: 'Write a different one.',
      },
    ];
  });
}

function coinciding({ items }: OrderQuestion, path: JsonPath): Finding[] {
  return items.flatMap(({ date }, index) => {
    const twin = items.slice(0, index).find((other) => overlaps(other.date, date));
    if (!twin) return [];
    return [
      {
        path: [...path, 'items', index, 'date'],
        wrong: `The dates ${twin.date} and ${date} do not tell which comes first.`,
        mend: 'Give both more exactly, or use another item.',
      },
    ];
  });
}

/** Years and months that all items share tell nothing, so they may be named. */
function tellingItems({ items }: OrderQuestion, path: JsonPath): Finding[] {
  const differ = (length: number) => new Set(items.map(({ date }) => date.slice(0, length))).size > 1;
  return items.flatMap(({ text, date }, index) => {
    const [year = '', month] = date.split('-');
    const monthName = month && spellDate(`${year}-${month}`).split(' ')[0];
    const told = [differ(4) && year, differ(7) && monthName].find(
      (word) => word && text.includes(word) && new RegExp(`\\b${word}\\b`).test(text),
    );
    if (!told) return [];
    return [
      {
        path: [...path, 'items', index, 'text'],
        wrong: `“${told}” tells when this was, and so its place in the order.`,
        mend: 'Word it without the date.',
      },
    ];
  });
}

/** How many of the items' years a prompt may name: the two ends of a span. */
const SPAN = 2;

function tellingPrompt({ items, prompt }: OrderQuestion, path: JsonPath): Finding[] {
  const exact = items
    .map(({ date }) => spellDate(date))
    .find((date) => date.includes(' ') && holdsPhrase(prompt, date));
  const years = [...new Set(items.map(({ date }) => date.slice(0, 4)))].filter((year) => holdsPhrase(prompt, year));
  if (!exact && years.length <= SPAN) return [];
  return [
    {
      path: [...path, 'prompt'],
      wrong: `The prompt gives dates of its items away (${exact ?? years.join(', ')}).`,
      mend: 'Leave the dates out, or name the span of years only.',
    },
  ];
}
