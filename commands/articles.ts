import { type Context, command } from '../src/command.ts';
import type { Article, Topic } from '../src/domain/library.ts';
import { expired, privateOption, readTopic, toAll, topicOption } from '../src/options.ts';
import { libraryCard } from '../src/views/libraryCard.ts';

/** A query longer than this would not fit the button that turns the page. */
const QUERY_CHARACTERS = 40;
/** More than anyone turns pages for. */
const MOST_FOUND = 100;

export default command({
  name: 'articles',
  description: 'Browse and search the library, newest first.',
  options: {
    topic: topicOption('Stay on one topic. All topics if you leave it out.'),
    query: {
      type: 'text',
      description: 'Words to search for. Everything if you leave it out.',
      maxLength: QUERY_CHARACTERS,
    },
    private: privateOption,
  },

  run({ topic: typed, query, private: isPrivate }, context) {
    const topic = typed === undefined ? undefined : readTopic(typed, context);
    if (topic && 'refused' in topic) return topic.refused;
    return { to: toAll(isPrivate), card: browse(topic?.is, query, 0, context) };
  },

  presses: {
    articles({ topic: id, query, page }, context) {
      const topic = id === undefined ? undefined : context.library.topic(id);
      if (id !== undefined && !topic) return expired(context.words);
      return { to: 'here', card: browse(topic, query, page, context) };
    },
  },
});

function browse(
  topic: Topic | undefined,
  query: string | undefined,
  page: number,
  { library, search, words }: Context,
) {
  const found: readonly Article[] = query
    ? search.articles(query, MOST_FOUND).flatMap((id) => library.article(id) ?? [])
    : library.articles;
  const fitting = topic ? found.filter(({ topics }) => topics.includes(topic.id)) : found;
  return libraryCard(words, fitting, { topic, query, page });
}
