import { type Context, command, type Reply } from '../src/command.ts';
import { newSeed } from '../src/domain/random.ts';
import { expired, privateOption, readTerm, termOption, toAll } from '../src/options.ts';
import { glossaryCard, termCard } from '../src/views/termCards.ts';

export default command({
  name: 'glossary',
  description: 'Terms of diplomacy explained, each with an example and its source.',
  options: {
    term: termOption('Which term: type a few letters and pick one. All terms if you leave it out.'),
    private: privateOption,
  },

  run({ term: typed, private: isPrivate }, context) {
    const { words, library, random } = context;
    const to = toAll(isPrivate);
    if (typed === undefined) return { to, card: glossaryCard(words, library, 0, newSeed(random)) };
    const term = readTerm(typed, context);
    if ('refused' in term) return term.refused;
    return { to, card: termCard(words, library, term.is, newSeed(random)) };
  },

  presses: {
    glossary: ({ page }, { words, library, random }) => ({
      to: 'here',
      card: glossaryCard(words, library, page, newSeed(random)),
    }),
    explain: (_, context, { chosen: [id] }) => explained(id, context),
    term: ({ term }, context) => explained(term, context),
  },
});

function explained(id: string | undefined, { words, library, random }: Context): Reply {
  const term = id === undefined ? undefined : library.term(id);
  return term ? { to: 'caller', card: termCard(words, library, term, newSeed(random)) } : expired(words);
}
