/** The glossary: one term explained, and all of them by name. */

import { capitalised, GLOSSARY_TOPIC, type Term } from '../domain/glossary.ts';
import type { Library } from '../domain/library.ts';
import type { Words } from '../words/words.ts';
import { factLines, type NewSeries, sourceLine } from './articleCards.ts';
import { type Button, buttons, type Card, charactersIn, rule, text } from './card.ts';
import { bold, heading, link, plain, small } from './markdown.ts';
import { PAGE_CHARACTERS, pageOf, turning } from './pages.ts';
import { termsMenu } from './termsMenu.ts';

const TERMS_PER_PAGE = 10;
/** So long a credit keeps its headline. */
const SOURCE_CHARACTERS = 1200;

export function termCard(words: Words, library: Library, term: Term, series: NewSeries): Card {
  const { name, forms, field, definition, example, related } = term;
  const about = [words.glossary.field(field), forms.length > 0 && words.glossary.also(forms.map(plain))];
  const explained = text(heading(capitalised(name)), small(about.filter(Boolean).join(' · ')), plain(definition));
  const source = text(small(sourceOf(words, term.source)));
  const shown = [bold(words.glossary.example), plain(example.text)];
  const room = PAGE_CHARACTERS - charactersIn([explained, text(...shown), source]);
  return {
    tone: 'plain',
    blocks: [
      explained,
      text(...shown, ...fitting(grounds(words, library, term), room)),
      rule,
      source,
      buttons(
        ...readMore(words, library, term),
        { label: words.glossary.all, press: { kind: 'glossary', page: 0 } },
        quizMe(words, series),
      ),
      ...termsMenu(
        related.flatMap((id) => library.term(id) ?? []),
        words.glossary.related,
      ),
    ],
  };
}

/** All terms by name, each with its definition. */
export function glossaryCard(words: Words, { terms }: Library, page: number, series: NewSeries): Card {
  const body = (some: readonly Term[]) => [
    text(heading(words.glossary.title), small(words.glossary.count(terms.length))),
    text(...some.map((term) => `${bold(capitalised(term.name))} — ${plain(term.definition)}`)),
  ];
  const shown = pageOf(terms, page, TERMS_PER_PAGE, (some) => charactersIn(body(some)));
  return {
    tone: 'plain',
    blocks: [
      ...body(shown.entries),
      ...turning(words, shown, (to) => ({ kind: 'glossary', page: to })),
      buttons(quizMe(words, series)),
      ...termsMenu(shown.entries, words.glossary.open),
    ],
  };
}

/** The definition and who says so: the end of a glossary question's chain. */
export function termLines(words: Words, { name, definition, source }: Term): readonly string[] {
  return [`${bold(capitalised(name))} — ${plain(definition)}`, small(sourceOf(words, source))];
}

/** With the headline, unless that and the authors would fill the page. */
function sourceOf(words: Words, source: Term['source']): string {
  const full = sourceLine(words, source);
  return full.length <= SOURCE_CHARACTERS ? full : link(source.publisher, source.url);
}

function fitting(lines: readonly string[], room: number): readonly string[] {
  return lines.filter((_, at) => lines.slice(0, at + 1).join('\n').length < room);
}

/** What the example rests on. */
function grounds(words: Words, library: Library, { example }: Term): readonly string[] {
  if (example.event !== undefined) {
    const event = library.event(example.event);
    if (!event) return [];
    const credits = event.sources.map(({ publisher, url }) => link(publisher, url)).join(', ');
    return [`${bold(words.date(event.date))} — ${plain(event.title)}\n${small(credits)}`];
  }
  const article = library.article(example.article);
  if (!article) return [];
  return article.facts.flatMap((fact, at) =>
    example.facts.includes(fact.id) ? [factLines(words, article, fact, at + 1)] : [],
  );
}

function readMore(words: Words, library: Library, { example }: Term): readonly Button[] {
  if (example.event !== undefined) {
    const event = library.event(example.event);
    return event
      ? [{ label: words.day.title(words.monthDay(event.date)), press: { kind: 'day', day: event.date, page: 0 } }]
      : [];
  }
  return [
    {
      label: words.quiz.readArticle,
      press: { kind: 'summary', article: example.article, length: 'standard', page: 0 },
    },
  ];
}

function quizMe(words: Words, series: NewSeries): Button {
  return {
    label: words.article.quizMe,
    press: { kind: 'ask', place: { scope: { topic: GLOSSARY_TOPIC }, seed: series, number: 0 } },
    main: true,
  };
}
