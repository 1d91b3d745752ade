/** A small sound library, and parts of it with something changed. */

import type { Surroundings } from '../../src/domain/audit/audit.ts';
import type { Term } from '../../src/domain/glossary.ts';
import {
  type Article,
  buildLibrary,
  type ChoiceQuestion,
  type DiplomaticEvent,
  type Fact,
  type Library,
  type LibraryParts,
  type LoadedWord,
  type NeutralName,
  type OrderQuestion,
  type Sentence,
  type Source,
  type TextQuestion,
  type Topic,
  type TrueFalseQuestion,
  type YearQuestion,
} from '../../src/domain/library.ts';

/** The day on which everything here is read and checked. */
export const TODAY = '2026-11-25';

export function aSource(changes: Partial<Source> = {}): Source {
  return {
    id: 'gazette',
    publisher: 'The Gazette',
    headline: 'Envoys meet in Vienna',
    url: 'https://gazette.example/envoys',
    published: '2020-09-29',
    checked: '2026-11-20',
    ...changes,
  };
}

export function aFact(changes: Partial<Fact> = {}): Fact {
  return {
    id: 'call',
    text: 'The two leaders spoke by telephone for 20 minutes.',
    source: 'gazette',
    date: '2020-09-29',
    asOf: '2020-09-29',
    ...changes,
  };
}

export function aSentence(text = 'The leaders spoke by telephone.', facts: readonly string[] = ['call']): Sentence {
  return { text, facts };
}

export function aChoice(changes: Partial<ChoiceQuestion> = {}): ChoiceQuestion {
  return {
    id: 'how-spoken',
    kind: 'choice',
    prompt: 'How did the leaders speak?',
    answer: 'By telephone',
    distractors: ['By letter only', 'At a summit'],
    facts: ['call'],
    difficulty: 1,
    explanation: 'It was a call of 20 minutes.',
    ...changes,
  };
}

export function aTrueFalse(changes: Partial<TrueFalseQuestion> = {}): TrueFalseQuestion {
  return {
    id: 'call-lasted',
    kind: 'true-false',
    prompt: 'The call lasted an hour.',
    answer: false,
    facts: ['call'],
    difficulty: 1,
    explanation: 'It lasted 20 minutes.',
    ...changes,
  };
}

export function aYear(changes: Partial<YearQuestion> = {}): YearQuestion {
  return {
    id: 'treaty-year',
    kind: 'year',
    prompt: 'When was the treaty signed?',
    answer: 1956,
    facts: ['treaty'],
    difficulty: 1,
    explanation: 'It was signed in autumn.',
    ...changes,
  };
}

export function aText(changes: Partial<TextQuestion> = {}): TextQuestion {
  return {
    id: 'treaty-city',
    kind: 'text',
    prompt: 'In which city was the treaty signed?',
    answers: {
      accept: ['Moscow'],
      prompt: [{ text: 'Russia', ask: 'In which city of it?' }],
      reject: [{ text: 'Vienna', reason: 'There the envoys met later.' }],
    },
    facts: ['treaty'],
    difficulty: 2,
    explanation: 'The delegations had come to Moscow.',
    ...changes,
  };
}

export function anOrder(changes: Partial<OrderQuestion> = {}): OrderQuestion {
  return {
    id: 'steps',
    kind: 'order',
    prompt: 'Put these in order.',
    items: [
      { text: 'The treaty is signed', date: '1956-10-19' },
      { text: 'The envoys meet', date: '2018-11' },
      { text: 'The leaders speak', date: '2020-09-29' },
    ],
    facts: ['treaty', 'envoys', 'call'],
    difficulty: 3,
    explanation: 'The treaty came first.',
    ...changes,
  };
}

/** An article with nothing wrong: eight facts, and eight questions of all five kinds. */
export function anArticle(changes: Partial<Article> = {}): Article {
  return {
    id: 'leaders-call-2020',
    headline: 'Two leaders speak for the first time',
    date: '2020-09-29',
    source: aSource(),
    furtherSources: [aSource({ id: 'archive', publisher: 'The Archive', headline: 'Treaties', published: undefined })],
    topics: ['europe'],
    places: ['Moscow'],
    people: [{ name: 'Ada Envoy', role: 'Envoy (2018)' }],
    organisations: [],
    summary: {
      line: aSentence(),
      standard: [aSentence(), aSentence('A treaty had been signed.', ['treaty']), aSentence()],
      full: [aSentence(), aSentence(), aSentence(), aSentence(), aSentence(), aSentence('Envoys met.', ['envoys'])],
    },
    facts: [
      aFact(),
      aFact({ id: 'treaty', text: 'The treaty was signed in Moscow.', source: 'archive', date: '1956-10-19' }),
      aFact({ id: 'envoys', text: 'Envoys met in Vienna.', date: '2018-11' }),
      aFact({ id: 'fourth' }),
      aFact({ id: 'fifth' }),
      aFact({ id: 'sixth' }),
      aFact({ id: 'seventh' }),
      aFact({ id: 'eighth' }),
    ],
    timeline: [
      { date: '1956-10-19', ...aSentence('The treaty is signed.', ['treaty']) },
      { date: '2018-11', ...aSentence('Envoys meet.', ['envoys']) },
      { date: '2020-09-29', ...aSentence() },
    ],
    positions: [
      { party: 'The east', ...aSentence('It wants a treaty.', ['fourth', 'fifth', 'sixth', 'seventh', 'eighth']) },
    ],
    questions: [
      aChoice(),
      aChoice({
        id: 'where-met',
        prompt: 'Where did envoys meet?',
        answer: 'Vienna',
        distractors: ['Geneva', 'Helsinki'],
        facts: ['envoys'],
      }),
      aChoice({
        id: 'how-long',
        prompt: 'How long was the call?',
        answer: '20 minutes',
        distractors: ['Two whole hours', 'A day'],
      }),
      aTrueFalse(),
      aTrueFalse({ id: 'call-by-phone', prompt: 'The leaders wrote letters.' }),
      aYear(),
      aText(),
      anOrder(),
    ],
    ...changes,
  };
}

export function anEvent(changes: Partial<DiplomaticEvent> = {}): DiplomaticEvent {
  const { id: _, ...source } = aSource();
  return {
    id: '1956-10-19-treaty',
    date: '1956-10-19',
    kind: 'signed',
    title: 'The treaty is signed',
    text: 'The delegations sign the treaty in Moscow.',
    significance: 'It ended the state of war.',
    parties: ['The east', 'The west'],
    topics: ['europe'],
    sources: [source],
    articles: ['leaders-call-2020'],
    ...changes,
  };
}

export function aTopic(changes: Partial<Topic> = {}): Topic {
  return { id: 'europe', name: 'Europe', description: 'European integration.', ...changes };
}

export function aNeutralName(changes: Partial<NeutralName> = {}): NeutralName {
  return {
    id: 'northern-territories',
    write: 'Northern Territories / Southern Kurils',
    sides: [
      { party: 'Japan', names: ['Northern Territories'] },
      { party: 'Russia', names: ['Southern Kurils', 'South Kuril Islands'] },
    ],
    ...changes,
  };
}

export function aLoadedWord(changes: Partial<LoadedWord> = {}): LoadedWord {
  return { id: 'regime', forms: ['regime', 'regimes'], instead: 'government', fine: ['sanctions regime'], ...changes };
}

export function aTerm(changes: Partial<Term> = {}): Term {
  return {
    id: 'demarche',
    name: 'démarche',
    forms: ['démarches'],
    field: 'missions',
    definition: 'A formal step by which one government puts its view to another.',
    example: { text: 'One leader called it a démarche.', article: 'leaders-call-2020', facts: ['call'] },
    source: {
      publisher: 'The Lexicon',
      headline: 'Words of diplomacy',
      url: 'https://lexicon.example/words',
      checked: '2026-11-20',
    },
    related: [],
    ...changes,
  };
}

/** What the library's files are held against, as the builders here have it. */
export function surroundings(changes: Partial<Surroundings> = {}): Surroundings {
  return {
    today: TODAY,
    topics: ['europe'],
    articles: ['leaders-call-2020'],
    places: [aNeutralName()],
    words: [aLoadedWord()],
    countries: [{ name: 'Soviet Union', also: ['USSR'], region: 'Europe' }],
    ...changes,
  };
}

/** One article, one event, one topic, one term, one disputed place and one loaded word, or the parts given. */
export function aLibrary(parts: Partial<LibraryParts> = {}): Library {
  return buildLibrary({
    articles: [anArticle()],
    events: [anEvent()],
    topics: [aTopic()],
    neutralNames: [aNeutralName()],
    loadedWords: [aLoadedWord()],
    terms: [aTerm()],
    ...parts,
  });
}
