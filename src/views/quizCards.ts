/** A question to answer alone, and what follows. Before the answer, nothing here depends on which one is right. */

import type { Verdict } from '../domain/judging.ts';
import type { Article, Fact } from '../domain/library.ts';
import { type Answer, type Asked, factsOf, type Place, questionRef } from '../domain/quiz.ts';
import type { Words } from '../words/words.ts';
import { answerForm, answerText, rightAnswer, type Ways, waysToAnswer } from './answering.ts';
import { factLines, pageOfFact, ranges } from './articleCards.ts';
import { type Button, buttons, type Card, charactersIn, type Dialog, rule, text } from './card.ts';
import { bold, heading, plain, small } from './markdown.ts';
import { PAGE_CHARACTERS } from './pages.ts';
import { termLines } from './termCards.ts';

/** Characters for the title above the facts. */
const FACTS_TITLE = 50;

/** Asks. Its article is not named: a headline can hold the answer. `sofar` are the shown places already put in order; `note` says what was wrong with an answer that did not count. */
export function questionCard(
  words: Words,
  asked: Asked,
  place: Place,
  { sofar = [], note }: { readonly sofar?: readonly number[]; readonly note?: string } = {},
): Card {
  const { question } = asked;
  return {
    tone: note ? 'notice' : 'plain',
    blocks: [
      text(
        small(`${words.quiz.kind(question.kind)} · ${words.quiz.difficulty(question.difficulty)}`),
        heading(question.prompt),
      ),
      ...(note ? [text(note)] : []),
      ...waysToAnswer(words, question, { seed: place.seed, sofar, ways: ways(asked, place) }),
    ],
  };
}

function ways(asked: Asked, place: Place): Ways {
  const question = questionRef(asked);
  return {
    pick: (shown) => ({ kind: 'pick', question, place, shown }),
    type: { kind: 'type', question, place, again: false },
    arrange: (sofar) => ({ kind: 'arrange', question, place, sofar }),
  };
}

/** The form for a typed answer. */
export function answerDialog(words: Words, asked: Asked, place: Place, again: boolean): Dialog {
  return answerForm(words, asked.question, { kind: 'typed', question: questionRef(asked), place, again });
}

/** Right but too vague: one more try. */
export function promptCard(words: Words, asked: Asked, place: Place, ask: string, given: string): Card {
  return {
    tone: 'notice',
    blocks: [
      text(heading(asked.question.prompt)),
      text(bold(words.quiz.more), plain(ask), small(words.quiz.youSaid(plain(given)))),
      buttons({
        label: words.quiz.tryAgain,
        press: { kind: 'type', question: questionRef(asked), place, again: true },
        main: true,
      }),
    ],
  };
}

/** Right or wrong, why, and the facts or the term with their sources. */
export function verdictCard(
  words: Words,
  asked: Asked,
  place: Place,
  { verdict, answer }: { readonly verdict: Extract<Verdict, { kind: 'right' | 'wrong' }>; readonly answer: Answer },
): Card {
  const { question } = asked;
  const right = verdict.kind === 'right';
  const outcome = [
    text(heading(question.prompt)),
    text(
      right ? `✅ ${bold(words.quiz.right)}` : `❌ ${bold(words.quiz.wrong)}`,
      (!right || question.kind === 'order') && words.quiz.youSaid(answerText(words, question, place.seed, answer)),
      verdict.kind === 'wrong' && verdict.reason !== undefined && plain(verdict.reason),
      ...(right && question.kind !== 'text' ? [] : rightAnswer(words, question)),
      plain(question.explanation),
    ),
  ];
  return {
    tone: right ? 'right' : 'wrong',
    blocks: [
      ...outcome,
      rule,
      text(...ground(words, asked, PAGE_CHARACTERS - charactersIn(outcome))),
      buttons(
        {
          label: words.quiz.another,
          press: { kind: 'ask', place: { ...place, number: place.number + 1 } },
          main: true,
        },
        ...readUp(words, asked),
      ),
    ],
  };
}

/** What the right answer rests on, as far as there is room. */
function ground(words: Words, { article, term, question }: Asked, room: number): readonly string[] {
  if (term) return [bold(words.glossary.term), ...termLines(words, term)];
  return [bold(words.quiz.fact), ...factsIn(words, article, factsOf(article, question), room)];
}

function readUp(words: Words, { article, term, question }: Asked): readonly Button[] {
  if (term) return [{ label: words.glossary.more, press: { kind: 'term', term: term.id } }];
  const [first] = factsOf(article, question);
  return [
    {
      label: words.article.facts,
      press: { kind: 'facts', article: article.id, page: pageOfFact(words, article, first) },
    },
    {
      label: words.quiz.readArticle,
      press: { kind: 'summary', article: article.id, length: 'standard', page: 0 },
    },
  ];
}

/** The facts for which there is room, and the numbers of those for which there is none. */
function factsIn(words: Words, article: Article, facts: readonly Fact[], room: number): readonly string[] {
  const number = (fact: Fact) => article.facts.indexOf(fact) + 1;
  const lines = facts.map((fact) => factLines(words, article, fact, number(fact)));
  const more = (from: number) => {
    const left = facts.slice(from).map(number);
    return left.length ? [small(words.quiz.moreFacts(ranges(left.toSorted((a, b) => a - b))))] : [];
  };
  const shown = (count: number) => [...lines.slice(0, count), ...more(count)];
  const fits = (count: number) => shown(count).join('\n').length + FACTS_TITLE <= room;
  const counts = Array.from({ length: lines.length + 1 }, (_, fewer) => lines.length - fewer);
  return shown(counts.find(fits) ?? 0);
}
