import { command } from '../src/command.ts';
import { newSeed } from '../src/domain/random.ts';
import { articleOption, expired, privateOption, readArticle, toAll } from '../src/options.ts';
import { timelineCard } from '../src/views/articleCards.ts';

export default command({
  name: 'timeline',
  description: 'The dated events of an article, in order.',
  options: {
    article: articleOption('Which article: type a few words and pick one.', { required: true }),
    private: privateOption,
  },

  run({ article: typed, private: isPrivate }, context) {
    const article = readArticle(typed, context);
    if ('refused' in article) return article.refused;
    return { to: toAll(isPrivate), card: timelineCard(context.words, article.is, 0, newSeed(context.random)) };
  },

  presses: {
    timeline({ article: id, page }, { library, words, random }) {
      const article = library.article(id);
      return article ? { to: 'here', card: timelineCard(words, article, page, newSeed(random)) } : expired(words);
    },
  },
});
