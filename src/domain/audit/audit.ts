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
import { loadedWord } from './loaded.ts';
import { misspeltCountries, oneSidedName } from './names.ts';
import { poorOptions, tellingLengths } from './options.ts';
import { unfairOrders } from './orders.ts';
import { eventShown, shownAlone } from './passages.ts';
import { tellingPrompts } from './prompts.ts';
import { loneSources } from './sources.ts';
import { monotonousQuestions } from './variety.ts';
import { wordingCheck } from './wording.ts';

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
  readonly countries: readonly Country[];
}

export interface Auditor {
  /** What is wrong with an article, from its file's name to its last question. */
  article(article: Article, fileName: string): Finding[];
  /** What is wrong with the events of a month ("09"). */
  events(events: readonly DiplomaticEvent[], month: string): Finding[];
  /** What is wrong with the terms of the glossary, whose examples rest on `library`. */
  glossary(terms: readonly Term[], library: Examples): Finding[];
}

export function auditorIn({ today, topics, articles, places, words, countries }: Surroundings): Auditor {
  const wording = wordingCheck([...places.map(oneSidedName), ...words.map(loadedWord)]);
  const misspelt = misspeltCountries(countries);
  // The glossary's topic is for its terms alone.
  const known = topics && new Set(topics.filter((id) => id !== GLOSSARY_TOPIC));
  const articleIds = new Set(articles);
  const unknownTopics = (ids: readonly string[]) => (known ? under(['topics'], dangling(ids, known, 'topic')) : []);

  return {
    article: (article, fileName) => [
      ...misnamed(article, fileName),
      ...repeatedIdsIn(article),
      ...danglingIdsIn(article),
      ...unknownTopics(article.topics),
      ...loneSources(article),
      ...wrongDatesIn(article, today),
      ...wording(shownAlone(article)),
      ...under(['places'], misspelt(article.places)),
      ...monotonousQuestions(article),
      ...ungroundedAnswers(article),
      ...tellingPrompts(article),
      ...poorOptions(article),
      ...tellingLengths(article),
      ...unclearAnswerLines(article),
      ...unfairOrders(article),
    ],
    events: (events, month) =>
      under(
        ['events'],
        [
          ...repeatedIds(events, [], 'event'),
          ...misplacedEvents(events, month),
          ...events.flatMap((event, index) =>
            under(
              [index],
              [
                ...wrongDatesOf(event, today),
                ...unknownTopics(event.topics),
                ...under(['parties'], misspelt(event.parties)),
                ...under(['articles'], dangling(event.articles, articleIds, 'article')),
              ],
            ),
          ),
          ...wording(events.map(eventShown)),
        ],
      ),
    glossary: (terms, library) =>
      under(['terms'], [...unsoundTerms(terms, library, today), ...wording(terms.flatMap(termShown))]),
  };
}
