import type { Channel, CommandInteractionOptionResolver, Role } from 'discord.js';
import type { Option, Options, Values } from '../../command.ts';
import { canPing, missingIn } from './permissions.ts';

type Given = Omit<CommandInteractionOptionResolver, 'getMessage' | 'getFocused'>;

/** The values of a command's options. What was not filled in is left out. */
export function readValues<O extends Options>(options: O, given: Given): Values<O> {
  const values = Object.entries(options).map(([name, option]) => [name, readValue(name, option, given)]);
  return Object.fromEntries(values.filter(([, value]) => value !== null)) as Values<O>;
}

function readValue(name: string, option: Option, given: Given) {
  switch (option.type) {
    case 'text':
      return given.getString(name);
    case 'whole':
      return given.getInteger(name);
    case 'flag':
      return given.getBoolean(name);
    case 'channel': {
      const channel = given.getChannel(name);
      return channel && { id: channel.id, missing: missingIn(channel as Channel) };
    }
    case 'role': {
      const role = given.getRole(name);
      return role && { id: role.id, pingable: canPing(role as Role) };
    }
  }
}
