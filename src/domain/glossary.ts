/**
 * The glossary: terms of the craft, each with an example from the library.
 * Texts are searched for them, and quizzes ask about them.
 */

import { fold } from './folding.ts';
import type { Question, Source } from './library.ts';
import { seeded, shuffle } from './random.ts';

/** The parts of the craft that terms belong to. */
export const TERM_FIELDS = [
  'treaties',
  'missions',
  'negotiation',
  'law',
  'territory',
  'security',
  'organisations',
  'economy',
] as const;
export type TermField = (typeof TERM_FIELDS)[number];

export interface Term {
  readonly id: string;
  /** As it stands within a sentence, such as "note verbale". */
  readonly name: string;
  /** Other forms in which texts have it: plurals, spellings, abbreviations. No two terms share one. */
  readonly forms: readonly string[];
  readonly field: TermField;
  /** One or two sentences that do not use the name. */
  readonly definition: string;
  readonly example: Example;
  readonly source: Omit<Source, 'id'>;
  /** Ids of terms that are best told apart from this one. */
  readonly related: readonly string[];
}

/** The term in use, in our own words, and the facts or the event of the library that say so. */
export type Example = { readonly text: string } & (
  | { readonly article: string; readonly facts: readonly string[]; readonly event?: undefined }
  | { readonly event: string; readonly article?: undefined; readonly facts?: undefined }
);

/** The topic by which quizzes ask about terms. No article and no event is on it. */
export const GLOSSARY_TOPIC = 'glossary';

export interface TermQuestion {
  readonly term: Term;
  readonly question: Question;
}

/**
 * A search of texts for these terms: which ones a text has, in its order. Where
 * one term begins with another ("peace treaty", "peace"), the longer is meant.
 */
export function termFinder(terms: readonly Term[]): (text: string) => readonly Term[] {
  const byFirstWord = new Map<string, { readonly term: Term; readonly words: readonly string[] }[]>();
  for (const term of terms) {
    for (const form of [term.name, ...term.forms]) {
      const words = fold(form).split(' ');
      const [first = ''] = words;
      byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { term, words }]);
    }
  }
  for (const forms of byFirstWord.values()) forms.sort((a, b) => b.words.length - a.words.length);

  return (text) => {
    const words = fold(text).split(' ');
    const found = new Set<Term>();
    for (let at = 0; at < words.length; ) {
      const form = byFirstWord
        .get(words[at] ?? '')
        ?.find((one) => one.words.every((word, i) => words[at + i] === word));
      if (form) found.add(form.term);
      at += form?.words.length ?? 1;
    }
    return [...found];
  };
}

/** Wrong options beside the right one. */
const DISTRACTORS = 3;

/**
 * The questions on each term, easiest first: which one a definition means, whether
 * a definition is its own, and its name typed. The same terms give the same questions.
 */
export function questionsOn(terms: readonly Term[]): readonly TermQuestion[] {
  const named = terms.map((term) => ({ term, name: ` ${fold(term.name)} ` }));
  return named.flatMap((one) => {
    const { term } = one;
    const company = companyOf(one, named);
    return [choiceOn(term, company), truthOn(term, company), nameOf(term)].map((question) => ({ term, question }));
  });
}

function choiceOn(term: Term, company: readonly Term[]): Question {
  return {
    kind: 'choice',
    ...about(term, 'choice'),
    difficulty: 1,
    prompt: `Which term is meant? ${term.definition}`,
    answer: term.name,
    distractors: company.slice(0, DISTRACTORS).map(({ name }) => name),
  };
}

function truthOn(term: Term, company: readonly Term[]): Question {
  const isOwn = seeded(`own/${term.id}`)(2) === 0;
  const [other = term] = company.filter(({ id }) => !term.related.includes(id));
  const shown = isOwn ? term : other;
  return {
    kind: 'true-false',
    ...about(term, 'truth'),
    difficulty: 2,
    prompt: `“${capitalised(term.name)}” means: ${shown.definition}`,
    answer: shown === term,
    explanation: shown === term ? exampleOf(term) : `That is “${shown.name}”. ${exampleOf(term)}`,
  };
}

function nameOf(term: Term): Question {
  return {
    kind: 'text',
    ...about(term, 'name'),
    difficulty: 3,
    prompt: `Name the term: ${term.definition}`,
    answers: { accept: [term.name, ...term.forms], prompt: [], reject: [] },
  };
}

function about(term: Term, sort: string) {
  return { id: `${term.id}-${sort}`, facts: [], explanation: exampleOf(term) };
}

function exampleOf({ example }: Term): string {
  return `For example: ${example.text}`;
}

/** A term, and its name folded as whole words. */
interface Named {
  readonly term: Term;
  readonly name: string;
}

/** Terms that could be taken for this one: those of its field first, none whose name is part of its own. */
function companyOf({ term, name }: Named, all: readonly Named[]): readonly Term[] {
  const others = all.filter((other) => !name.includes(other.name) && !other.name.includes(name));
  const random = seeded(`company/${term.id}`);
  const [near, far] = [true, false].map((isNear) =>
    others.flatMap((other) => ((other.term.field === term.field) === isNear ? other.term : [])),
  );
  return [...shuffle(near ?? [], random), ...shuffle(far ?? [], random)];
}

/** A name as it stands at the head of a sentence. */
export function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
