import { InteractionType } from 'discord.js';
import type { Actor, Manner, Offer } from './actor.ts';
import type { CommandRegistry } from './commandRegistry.ts';
import { type Component, isSelect, KIND } from './components.ts';
import { fillFields } from './filledFields.ts';
import { type Filled, fillIn, readChannel, readRole, readUser } from './filledOptions.ts';
import type { Interaction } from './interaction.ts';
import type { Interactions } from './interactions.ts';
import type { Messages } from './messages.ts';
import { labelOf, nodesOf } from './messageText.ts';
import { offersFor } from './offers.ts';
import type { Outcomes } from './outcomes.ts';
import type { Failure, Outcome, SeenMessage } from './sight.ts';
import type { Channel, User } from './world.ts';
import type { WorldState } from './worldState.ts';

export interface ActorContext {
  readonly world: WorldState;
  readonly messages: Messages;
  readonly registry: CommandRegistry;
  readonly interactions: Interactions;
  readonly outcomes: Outcomes;
  /** Which interaction opened a dialog; forgotten once it is sent. */
  readonly openers: Map<string, Interaction>;
  readonly seenIn: (channelId: string, viewerId: string) => readonly SeenMessage[];
}

/** A person's client over the local Discord. */
export function openActor(user: User, context: ActorContext): Actor {
  const { world, messages, registry, interactions, outcomes, openers, seenIn } = context;
  const { userId } = user;

  /** @throws when there is no such channel */
  function channelNamed(given?: string): Channel {
    if (given === 'dm') return world.directWith(userId);
    const byId = world.channel(given ?? '');
    if (byId) return byId;
    const name = given?.replace(/^#/, '');
    const mine = world.guilds.filter(({ members }) => members.some((one) => one.userId === userId));
    const all = mine.flatMap(({ channels, threads }) => [...channels, ...threads]);
    const direct = world.directChannels.filter(({ recipientId }) => recipientId === userId);
    const found = name === undefined ? all[0] : [...all, ...direct].find((one) => one.name === name);
    if (!found) throw new Error(`${user.name} has no channel called ${given ?? 'anything'}.`);
    return found;
  }

  const offersIn = (channel: Channel) => offersFor(registry.all(), user, channel, world);

  /** @throws when no command is called that, hidden or not: the bot registered none */
  function offered(command: string, channel: Channel): Offer {
    const name = command.startsWith('/') ? command : `/${command}`;
    const offer = offersIn(channel).find((one) => one.name === name);
    if (!offer) throw new Error(`The bot has registered no command called ${name}.`);
    return offer;
  }

  function dataOf({ command }: Offer, filled: Filled): Component {
    return {
      id: command.id,
      name: command.name,
      type: command.type,
      ...(command.guild_id ? { guild_id: command.guild_id } : {}),
      ...(filled.options.length > 0 ? { options: filled.options } : {}),
      ...(filled.resolved ? { resolved: filled.resolved } : {}),
    };
  }

  const wordsOf = ({ name }: Offer) => name.slice(1).split(' ');

  /** What stands against using this message's components at all. */
  function barred(message: SeenMessage, component: Component | undefined): string | undefined {
    const present = messages.get(message.id);
    const channel = world.channel(message.channel_id);
    if (!present || (present.onlyFor && present.onlyFor !== userId)) return 'This message is not there.';
    if (!channel || world.permissions(channel, userId) === 0n) return 'This person cannot see this channel.';
    if (!component) return 'There is no such component.';
    return component.disabled ? 'It is disabled.' : undefined;
  }

  function useComponent(message: SeenMessage, component: Component, more: Component): Promise<Outcome> {
    const source = messages.get(message.id) ?? message;
    const channel = world.channel(message.channel_id) ?? channelNamed();
    const { custom_id, type: component_type, id } = component;
    const data = { custom_id, component_type, id, ...more };
    return outcomes.of(interactions.begin({ type: InteractionType.MessageComponent, user, channel, data, source }));
  }

  const present = (message: SeenMessage) => messages.get(message.id) ?? message;

  return {
    userId,
    name: user.name,
    commands: (channel) => offersIn(channelNamed(channel)),
    messages: (channel) => seenIn(channelNamed(channel).channelId, userId),

    async type(command, options = {}, { channel: where, force = false }: Manner = {}) {
      const channel = channelNamed(where);
      const offer = offered(command, channel);
      if (offer.hidden && !force) return failed('not-offered', offer.hidden);
      const [, ...words] = wordsOf(offer);
      const filled = fillIn(offer.command.options ?? [], words, options, { world, user, channel });
      if (filled.faults.length > 0 && !force) return failed('not-valid', filled.faults.join(' '));
      const commandName = offer.name.slice(1);
      const data = dataOf(offer, filled);
      return outcomes.of(
        interactions.begin({ type: InteractionType.ApplicationCommand, user, channel, data, commandName }),
      );
    },

    async complete(command, option, typed, others = {}, { channel: where, force = false }: Manner = {}) {
      const channel = channelNamed(where);
      const offer = offered(command, channel);
      if (offer.hidden && !force) return failed('not-offered', offer.hidden);
      const [, ...words] = wordsOf(offer);
      const context = { world, user, channel, focus: option };
      const filled = fillIn(offer.command.options ?? [], words, { ...others, [option]: typed }, context);
      const { focused } = filled;
      const suggests = focused && 'autocomplete' in focused && focused.autocomplete === true;
      if (!suggests && !force) return failed('not-offered', `${option} suggests nothing.`);
      return outcomes.completionOf(
        interactions.begin({
          type: InteractionType.ApplicationCommandAutocomplete,
          user,
          channel,
          data: dataOf(offer, filled),
          ...(focused ? { completes: focused.type } : {}),
        }),
      );
    },

    async press(message, button, { force = false } = {}) {
      const found = nodesOf(present(message)).find(
        (node) => node.type === KIND.button && [labelOf(node), node.label, node.custom_id].includes(button),
      );
      const reason = barred(message, found);
      if (reason && !force) return failed('not-offered', reason);
      if (found && !found.custom_id) return failed('not-offered', 'It is a link: it opens in the browser.');
      return useComponent(message, found ?? { type: KIND.button, id: 1, custom_id: button }, {});
    },

    async choose(message, menu, labels, { force = false } = {}) {
      const found = nodesOf(present(message)).find(
        (node) => isSelect(node) && [node.placeholder, node.custom_id].includes(menu),
      );
      const reason = barred(message, found);
      if (reason && !force) return failed('not-offered', reason);
      const channel = world.channel(message.channel_id) ?? channelNamed();
      const chosen = choiceIn(found ?? {}, labels, { world, user, channel });
      if (chosen.fault && !force) return failed('not-valid', chosen.fault);
      const { values, resolved } = chosen;
      const component = found ?? { type: KIND.stringSelect, id: 1, custom_id: menu };
      return useComponent(message, component, { values, ...(resolved ? { resolved } : {}) });
    },

    async submit(dialog, fields, { force = false } = {}) {
      const opener = openers.get(dialog.dialogId);
      if (!opener && !force) return failed('not-offered', 'This dialog is closed.');
      const channel = world.channel(dialog.channelId) ?? channelNamed();
      const filled = fillFields(dialog, fields, { world, user, channel });
      if (filled.faults.length > 0 && !force) return failed('not-valid', filled.faults.join(' '));
      const source = messages.get(dialog.messageId ?? '');
      const { components, resolved } = filled;
      const interaction = interactions.begin({
        type: InteractionType.ModalSubmit,
        user,
        channel,
        data: { custom_id: dialog.customId, components, ...(resolved ? { resolved } : {}) },
        ...(source ? { source } : {}),
        ...(opener ? { opener } : {}),
      });
      const outcome = await outcomes.of(interaction);
      if (outcome.kind !== 'failed') openers.delete(dialog.dialogId); // A dialog that failed stays open.
      return outcome;
    },

    dismiss(message) {
      if (messages.get(message.id)?.onlyFor === userId) messages.remove(message.id);
    },
  };
}

function failed(failure: Failure, notice: string) {
  return { kind: 'failed', failure, notice } as const;
}

interface Chosen {
  readonly values: readonly unknown[];
  readonly resolved?: Component;
  readonly fault?: string;
}

/** What is chosen in a menu: options by label or value, people, roles and channels by name or id. */
function choiceIn(menu: Component, labels: readonly string[], context: Parameters<typeof readUser>[1]): Chosen {
  const { min_values: min = 1, max_values: max = 1 } = menu as { min_values?: number; max_values?: number };
  const options = (menu.options ?? []) as readonly { readonly label: string; readonly value: string }[];
  const found = labels.map((label) => {
    switch (menu.type) {
      case KIND.userSelect:
        return readUser(label, context);
      case KIND.roleSelect:
        return readRole(label, context);
      case KIND.mentionableSelect:
        return readUser(label, context) ?? readRole(label, context);
      case KIND.channelSelect:
        return readChannel(label, context);
      default: {
        const option = options.find((one) => one.label === label || one.value === label);
        return option && { value: option.value, resolved: undefined };
      }
    }
  });
  const values = found.map((one, index) => one?.value ?? labels[index]);
  const resolved = found.reduce<Record<string, Component>>((sum, one) => {
    for (const [kind, part] of Object.entries(one?.resolved ?? {}))
      sum[kind] = { ...sum[kind], ...(part as Component) };
    return sum;
  }, {});
  const told = Object.keys(resolved).length > 0 ? { values, resolved } : { values };
  const lost = labels.find((_, index) => !found[index]);
  if (lost !== undefined) return { ...told, fault: `There is no ${lost} to choose.` };
  if (values.length < min) return { ...told, fault: `Choose at least ${min}.` };
  return values.length > max ? { ...told, fault: `Choose at most ${max}.` } : told;
}
