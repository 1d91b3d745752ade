import { type Context, command, type Reply } from '../src/command.ts';
import { SUMMARY_LENGTHS } from '../src/domain/library.ts';
import { newSeed } from '../src/domain/random.ts';
import { articleOption, expired, privateOption, readArticle, toAll } from '../src/options.ts';
import { summaryCard } from '../src/views/articleCards.ts';
import { en } from '../src/words/en.ts';

export default command({
  name: 'summary',
  description: 'The summary of an article, every sentence with its facts and sources.',
  options: {
    article: articleOption('Which article: type a few words and pick one.', { required: true }),
    length: {
      type: 'text',
      description: 'How long. Standard, 3 to 5 sentences, if you leave it out.',
      choices: SUMMARY_LENGTHS.map((value) => ({ label: en.summaryLength(value), value })),
    },
    private: privateOption,
  },

  run({ article: typed, length, private: isPrivate }, context) {
    const article = readArticle(typed, context);
    if ('refused' in article) return article.refused;
    const view = {
      length: SUMMARY_LENGTHS.find((one) => one === length) ?? 'standard',
      page: 0,
      series: newSeed(context.random),
    };
    return { to: toAll(isPrivate), card: summaryCard(context.words, context.library, article.is, view) };
  },

  presses: {
    summary: ({ article: id, length, page }, context) => opened(id, context, { length, page, to: 'here' }),
    open: (_, context, { chosen: [id] }) => opened(id, context, { length: 'standard', page: 0, to: 'caller' }),
  },
});

function opened(
  id: string | undefined,
  { library, words, random }: Context,
  {
    length,
    page,
    to,
  }: { readonly length: (typeof SUMMARY_LENGTHS)[number]; readonly page: number; readonly to: 'here' | 'caller' },
): Reply {
  const article = id === undefined ? undefined : library.article(id);
  if (!article) return expired(words);
  return { to, card: summaryCard(words, library, article, { length, page, series: newSeed(random) }) };
}
