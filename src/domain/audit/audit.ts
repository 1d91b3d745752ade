/** All rules, file by file. */

import { GLOSSARY_TOPIC, type Term } from '../glossary.ts';
import type { Article, Country, DiplomaticEvent, LoadedWord, NeutralName } from '../library.ts';
import { unclearAnswerLines } from './answerLines.ts';
import { ungroundedAnswers } from './answers.ts';
import { wrongDatesIn, wrongDatesOf } from './dates.ts';
import { misplacedEvents } from './events.ts';
import type { Finding } from './finding.ts';
import { type Examples, termShown, unsoundTerms } from './glossary.ts';
import { dangling, danglingIdsIn, misnamed, repeatedIds, repeatedIdsIn, under } from './ids.ts';
import { loadedWords } from './loaded.ts';
import { misspelt, oneSidedNames } from './names.ts';
import { poorOptions, tellingLengths } from './options.ts';
import { unfairOrders } from './orders.ts';
import { eventShown, passages, shownAlone } from './passages.ts';
import { tellingPrompts } from './prompts.ts';
import { loneSources } from './sources.ts';
import { monotonousQuestions } from './variety.ts';

/** What a file is held against besides itself. */
export interface Surroundings {
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Ids; absent when they could not be read, which is a fault of its own. */
  readonly topics?: readonly string[] | undefined;
  /** Ids. */
  readonly articles: readonly string[];
  readonly places: readonly NeutralName[];
  readonly words: readonly LoadedWord[];
  /** The names of countries, as they are to be written. */
  readonly countries: readonly Country[];
}

/** What is wrong with an article, from its file's name to its last question. */
export function auditArticle(article: Article, fileName: string, around: Surroundings): Finding[] {
  return [
    ...misnamed(article, fileName),
    ...repeatedIdsIn(article),
    ...danglingIdsIn(article),
    ...unknownTopics(article.topics, around, ['topics']),
    ...loneSources(article),
    ...wrongDatesIn(article, around.today),
    ...oneSidedNames(shownAlone(article), around.places),
    ...loadedWords(passages(article), around.words),
    ...under(['places'], misspelt(article.places, around.countries)),
    ...monotonousQuestions(article),
    ...ungroundedAnswers(article),
    ...tellingPrompts(article),
    ...poorOptions(article),
    ...tellingLengths(article),
    ...unclearAnswerLines(article),
    ...unfairOrders(article),
  ];
}

/** What is wrong with the events of a month ("09"). */
export function auditEvents(events: readonly DiplomaticEvent[], month: string, around: Surroundings): Finding[] {
  return under(
    ['events'],
    [
      ...repeatedIds(events, [], 'event'),
      ...misplacedEvents(events, month),
      ...events.flatMap((event, index) => [
        ...wrongDatesOf(event, [index], around.today),
        ...unknownTopics(event.topics, around, [index, 'topics']),
        ...under([index, 'parties'], misspelt(event.parties, around.countries)),
        ...under([index, 'articles'], dangling(event.articles, around.articles, 'article')),
      ]),
      ...oneSidedNames(events.map(eventShown), around.places),
      ...loadedWords(events.map(eventShown), around.words),
    ],
  );
}

/** What is wrong with the terms of the glossary. */
export function auditGlossary(terms: readonly Term[], library: Examples, around: Surroundings): Finding[] {
  return under(
    ['terms'],
    [
      ...unsoundTerms(terms, library, around.today),
      ...oneSidedNames(terms.flatMap(termShown), around.places),
      ...loadedWords(terms.flatMap(termShown), around.words),
    ],
  );
}

/** The glossary's topic is for its terms alone. */
function unknownTopics(ids: readonly string[], { topics }: Surroundings, path: Finding['path']): Finding[] {
  const known = topics?.filter((id) => id !== GLOSSARY_TOPIC);
  return known ? under(path, dangling(ids, known, 'topic')) : [];
}
