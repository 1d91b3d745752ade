import { type Context, command } from '../src/command.ts';
import { privateOption, toAll } from '../src/options.ts';
import { helpCard } from '../src/views/helpCards.ts';

export default command({
  name: 'help',
  description: 'What Attaché can do, command by command.',
  options: { private: privateOption },

  run: ({ private: isPrivate }, context) => ({ to: toAll(isPrivate), card: listed(0, context) }),

  presses: {
    help: ({ page }, context) => ({ to: 'here', card: listed(page, context) }),
  },
});

/** Every action of every command, as something that can be pressed. */
function listed(page: number, { words, commands, mention }: Context) {
  const all = commands.flatMap(({ name, description, actions }) =>
    Object.entries(actions).map(([action, { description: what }]) => ({
      mention: mention(action ? `${name} ${action}` : name),
      description: action ? what : description,
    })),
  );
  return helpCard(words, all, page);
}
