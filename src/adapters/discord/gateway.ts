/**
 * The way in: every command, press, dialog and half-typed option, each answered
 * once, whatever happens. The one place where errors become words.
 */

import { randomUUID } from 'node:crypto';
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { Action, Command, Context, Given, Reply } from '../../command.ts';
import type { FileToSend, Log } from '../../ports.ts';
import { faultCard, noticeCard } from '../../views/notices.ts';
import { type Press, readPress } from '../../views/press.ts';
import type { Words } from '../../words/words.ts';
import { readValues } from './options.ts';
import { render, renderDialog } from './render.ts';

export interface Listening {
  readonly commands: readonly Command[];
  /** What a command is given, for this interaction. */
  readonly contextOf: (interaction: Interaction) => Context;
  readonly words: Words;
  readonly log: Log;
  /** Monotonic milliseconds, for latencies. */
  readonly stopwatch: () => number;
}

/** What can be answered with a message. */
type Answerable = Extract<
  Interaction,
  ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction
>;

/** A handler is looked up by the kind of press that it takes, so it gets what its type says. */
type OnPress = (press: Press, context: Context, given: Given) => Reply | Promise<Reply>;

/** Discord gives three seconds (discord-api-docs, "Receiving and Responding"); we ask for more time well before. */
const PATIENCE_MS = 2000;
const MOST_SUGGESTIONS = 25;

/** Returns what stops the listening: no new work, and what runs is finished. */
export function listen(client: Client<true>, listening: Listening): () => Promise<void> {
  const { commands, contextOf, words, log, stopwatch } = listening;
  const byName = new Map(commands.map((command) => [command.name, command]));
  const handlers = new Map(commands.flatMap(({ presses }) => Object.entries(presses) as [Press['kind'], OnPress][]));
  const running = new Set<Promise<void>>();

  const onInteraction = (interaction: Interaction) => {
    const run = handle(interaction).finally(() => running.delete(run));
    running.add(run);
  };
  client.on(Events.InteractionCreate, onInteraction);

  async function handle(interaction: Interaction) {
    const began = stopwatch();
    const line = { ...describe(interaction), guild: interaction.guildId };
    try {
      if (interaction.isAutocomplete()) await suggest(interaction);
      else if (isAnswerable(interaction)) await answer(interaction);
      log.info('interaction', { ...line, ms: Math.round(stopwatch() - began) });
    } catch (error) {
      const reference = randomUUID().slice(0, 8);
      log.error('interaction-failed', error, { ...line, reference, ms: Math.round(stopwatch() - began) });
      if (isAnswerable(interaction)) {
        await send(interaction, { to: 'caller', card: faultCard(words, reference) }).catch((cause: unknown) =>
          log.error('apology-failed', cause, { reference }),
        );
      }
    }
  }

  /** Runs the command; if that takes long, Discord is asked for patience first. */
  async function answer(interaction: Answerable) {
    let deferral: Promise<void> | undefined;
    const patience = setTimeout(() => {
      deferral = defer(interaction).catch((error: unknown) => log.error('deferral-failed', error));
    }, PATIENCE_MS);
    try {
      const reply = await replyTo(interaction);
      clearTimeout(patience);
      await deferral;
      await send(interaction, reply);
    } finally {
      clearTimeout(patience);
      await deferral;
    }
  }

  async function replyTo(interaction: Answerable): Promise<Reply> {
    const context = contextOf(interaction);
    if (interaction.isChatInputCommand()) {
      const command = byName.get(interaction.commandName);
      const action = command && actionOf(command, interaction.options.getSubcommand(false));
      if (!command || !action) return refused('expired');
      const refusal = notAllowed(command, action, interaction);
      return refusal ?? action.run(readValues(action.options, interaction.options), context);
    }
    const press = readPress(interaction.customId);
    const onPress = press && handlers.get(press.kind);
    if (!onPress) return refused('expired');
    return onPress(press, context, {
      chosen: interaction.isStringSelectMenu() ? interaction.values : [],
      typed: interaction.isModalSubmit() ? interaction.fields.getTextInputValue('text') : '',
    });
  }

  async function suggest(interaction: AutocompleteInteraction) {
    const command = byName.get(interaction.commandName);
    const action = command && actionOf(command, interaction.options.getSubcommand(false));
    const { name, value } = interaction.options.getFocused(true);
    const option = action?.options[name];
    let offers: readonly { readonly label: string; readonly value: string }[] = [];
    try {
      if (option?.type === 'text' && option.suggest) offers = option.suggest(value, contextOf(interaction));
    } catch (error) {
      log.error('suggestion-failed', error, { option: name });
    }
    await interaction.respond(
      offers.slice(0, MOST_SUGGESTIONS).map((offer) => ({ name: offer.label, value: offer.value })),
    );
  }

  function notAllowed(command: Command, action: Action, interaction: ChatInputCommandInteraction): Reply | undefined {
    if (command.where === 'server' && !interaction.inCachedGuild()) return refused('serverOnly');
    const requires = command.requires ?? action.requires;
    if (requires && !interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild)) {
      const { title, text } = words.refusals.missingPermission;
      return { to: 'caller', card: noticeCard(title, text(requires)) };
    }
    return undefined;
  }

  function refused(what: 'expired' | 'serverOnly'): Reply {
    return { to: 'caller', card: noticeCard(words.refusals[what].title, words.refusals[what].text) };
  }

  return async () => {
    client.off(Events.InteractionCreate, onInteraction);
    await Promise.all(running);
  };
}

function isAnswerable(interaction: Interaction): interaction is Answerable {
  return interaction.isChatInputCommand() || interaction.isMessageComponent() || interaction.isModalSubmit();
}

function actionOf({ actions }: Command, name: string | null) {
  return new Map(Object.entries(actions)).get(name ?? '');
}

/** Says it, in the one way that is still open. */
async function send(interaction: Answerable, reply: Reply) {
  if (reply.to === 'dialog') {
    if (interaction.isModalSubmit()) throw new Error('a dialog cannot follow a dialog');
    if (interaction.deferred) throw new Error('a dialog cannot follow a deferral');
    await interaction.showModal(renderDialog(reply.dialog));
    return;
  }
  const { components, allowed_mentions: allowedMentions, flags } = render(reply.card);
  const files = 'files' in reply && reply.files ? reply.files.map(asAttachment) : [];
  // As they stand they are what Discord takes; without `toJSON` discord.js would copy each in snake case.
  const body = { components: components.map((one) => ({ toJSON: () => one })), allowedMentions, files };
  const inPlace = reply.to === 'in-place' || (reply.to === 'here' && isOwn(interaction));
  if (interaction.deferred) {
    // Whatever was deferred was deferred privately: see `defer`.
    if (inPlace || interaction.isChatInputCommand()) await interaction.editReply({ ...body, flags });
    else await interaction.followUp({ ...body, flags: flags | MessageFlags.Ephemeral });
  } else if (interaction.replied) {
    await interaction.followUp({ ...body, flags: flags | MessageFlags.Ephemeral });
  } else if (inPlace && !interaction.isChatInputCommand() && isFromMessage(interaction)) {
    await interaction.update({ ...body, flags });
  } else {
    await interaction.reply({ ...body, flags: reply.to === 'channel' ? flags : flags | MessageFlags.Ephemeral });
  }
}

function asAttachment({ name, bytes }: FileToSend) {
  return { name, attachment: Buffer.from(bytes) };
}

/** Asks Discord for up to 15 minutes. A command's late answer is private, since that must be decided now; a press leaves its message as it is. */
async function defer(interaction: Answerable) {
  if (interaction.replied || interaction.deferred) return;
  if (interaction.isChatInputCommand()) await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  else if (isFromMessage(interaction)) await interaction.deferUpdate();
}

/** Whether the message pressed was made for this person, so that changing it disturbs nobody else. */
function isOwn(interaction: Answerable): boolean {
  if (interaction.isChatInputCommand() || !interaction.message) return false;
  const { message, user } = interaction;
  return message.flags.has(MessageFlags.Ephemeral) || message.interactionMetadata?.user.id === user.id;
}

function isFromMessage(interaction: MessageComponentInteraction | ModalSubmitInteraction) {
  return interaction.isMessageComponent() || interaction.isFromMessage();
}

/** For the log: what kind of interaction, never what it says. */
function describe(interaction: Interaction): Readonly<Record<string, string | undefined>> {
  if (interaction.isChatInputCommand()) {
    const action = interaction.options.getSubcommand(false);
    return { kind: 'command', name: action ? `${interaction.commandName} ${action}` : interaction.commandName };
  }
  if (interaction.isAutocomplete()) return { kind: 'autocomplete', name: interaction.commandName };
  if (interaction.isMessageComponent()) return { kind: 'press', name: readPress(interaction.customId)?.kind };
  if (interaction.isModalSubmit()) return { kind: 'dialog', name: readPress(interaction.customId)?.kind };
  return { kind: String(interaction.type) };
}
