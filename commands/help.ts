import { command } from '../src/command.ts';
import { privateOption, toAll } from '../src/options.ts';
import { helpCard } from '../src/views/helpCards.ts';

export default command({
  name: 'help',
  description: 'What Attaché can do, command by command.',
  options: { private: privateOption },

  run({ private: isPrivate }, { words, commands, mention }) {
    const listed = commands.flatMap(({ name, description, actions }) =>
      Object.entries(actions).map(([action, { description: what }]) => ({
        mention: mention(action ? `${name} ${action}` : name),
        description: action ? what : description,
      })),
    );
    return { to: toAll(isPrivate), card: helpCard(words, listed) };
  },
});
