import { fold } from '../folding.ts';
import type { Term } from '../glossary.ts';
import type { Article, DiplomaticEvent } from '../library.ts';
import { wrongDatesInCitation } from './dates.ts';
import type { Finding } from './finding.ts';
import { dangling, repeatedIds, under } from './ids.ts';
import type { Passage } from './passages.ts';
import { holdsPhrase } from './words.ts';

/** What of the library a term's example may rest on. */
export interface Examples {
  readonly articles: readonly Article[];
  readonly events: readonly DiplomaticEvent[];
}

/** What is wrong with terms among themselves, and with what their examples refer to. */
export function unsoundTerms(terms: readonly Term[], library: Examples, today: string): Finding[] {
  const ids = terms.map(({ id }) => id);
  return [
    ...repeatedIds(terms, [], 'term'),
    ...sharedForms(terms),
    ...terms.flatMap((term, index) =>
      under(
        [index],
        [
          ...outOfOrder(term, terms[index - 1]),
          ...tellingDefinition(term),
          ...unshown(term),
          ...groundless(term, library),
          ...under(['related'], dangling(term.related, ids, 'term')),
          ...wrongDatesInCitation(term.source, ['source'], today),
        ],
      ),
    ),
  ];
}

/** The texts of a term as they are shown: the definition, and the example beside it. */
export function termShown({ name, definition, example }: Term, index: number): Passage[] {
  return [
    { text: [name, definition].join('\n'), path: [index, 'definition'] },
    { text: example.text, path: [index, 'example', 'text'] },
  ];
}

/** A form that two terms share would be explained, and accepted as an answer, for both. */
function sharedForms(terms: readonly Term[]): Finding[] {
  const owners = new Map<string, string>();
  return terms.flatMap(({ id, name, forms }, index) =>
    [name, ...forms].flatMap((form, at): Finding[] => {
      const folded = fold(form);
      const owner = owners.get(folded);
      owners.set(folded, owner ?? id);
      if (owner === undefined) return [];
      const whose = owner === id ? 'this term' : `the term “${owner}”`;
      return [
        {
          path: at ? [index, 'forms', at - 1] : [index, 'name'],
          wrong: `“${form}” stands for ${whose} already.`,
          mend: 'Leave it with one of them; case and accents do not count.',
        },
      ];
    }),
  );
}

function outOfOrder({ name }: Term, previous: Term | undefined): Finding[] {
  if (!previous || fold(previous.name) <= fold(name)) return [];
  return [{ path: ['name'], wrong: `“${name}” stands after “${previous.name}”.`, mend: 'Sort the terms by name.' }];
}

/** Quizzes show the definition and ask for the name. */
function tellingDefinition({ name, forms, definition }: Term): Finding[] {
  const told = [name, ...forms].find((form) => holdsPhrase(definition, form));
  if (told === undefined) return [];
  return [
    {
      path: ['definition'],
      wrong: `The definition uses the name it defines, “${told}”.`,
      mend: 'Say it in other words.',
    },
  ];
}

function unshown({ name, forms, example }: Term): Finding[] {
  if ([name, ...forms].some((form) => holdsPhrase(example.text, form))) return [];
  return [
    {
      path: ['example', 'text'],
      wrong: `The example does not use “${name}”.`,
      mend: 'Use the term in it, or add the form that it uses.',
    },
  ];
}

function groundless({ example }: Term, { articles, events }: Examples): Finding[] {
  if (example.event !== undefined) {
    const known = events.map(({ id }) => id);
    return dangling([example.event], known, 'event').map((finding) => ({ ...finding, path: ['example', 'event'] }));
  }
  const article = articles.find(({ id }) => id === example.article);
  if (!article) {
    const known = articles.map(({ id }) => id);
    return dangling([example.article], known, 'article').map((finding) => ({
      ...finding,
      path: ['example', 'article'],
    }));
  }
  const facts = article.facts.map(({ id }) => id);
  return under(['example', 'facts'], dangling(example.facts, facts, 'fact'));
}
