import { command } from '../src/command.ts';
import { privateOption, toAll } from '../src/options.ts';
import { aboutCard } from '../src/views/helpCards.ts';

export default command({
  name: 'about',
  description: 'Version, size of the library, its newest article, and what is stored about you.',
  options: { private: privateOption },

  run: ({ private: isPrivate }, { words, library, version }) => ({
    to: toAll(isPrivate),
    card: aboutCard(words, library, version),
  }),
});
