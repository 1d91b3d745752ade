import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type APIApplicationCommand, GatewayIntentBits } from 'discord.js';
import { accountRoutes } from './accountRoutes.ts';
import type { Actor } from './actor.ts';
import { openBell } from './bell.ts';
import type { Change } from './change.ts';
import { channelRoutes } from './channelRoutes.ts';
import { openCommandRegistry } from './commandRegistry.ts';
import { commandRoutes } from './commandRoutes.ts';
import { type Fault, openFaults } from './faults.ts';
import { openGateway } from './gateway.ts';
import type { Interaction } from './interaction.ts';
import { interactionRoutes } from './interactionRoutes.ts';
import { openInteractions } from './interactions.ts';
import { apiMessage, openMessages, type Stir } from './messages.ts';
import { openActor } from './openActor.ts';
import { openOutcomes } from './outcomes.ts';
import { apiChannel } from './payloads.ts';
import { NO_LIMITS, openRateLimits } from './rateLimits.ts';
import { restServer } from './rest.ts';
import { routeTable } from './route.ts';
import type { SeenMessage } from './sight.ts';
import { snowflakes } from './snowflake.ts';
import { openUploads } from './uploads.ts';
import { openWire, type WireEntry } from './wire.ts';
import type { Channel, World } from './world.ts';
import { openWorldControls, type WorldControls } from './worldControls.ts';
import { DEFAULT_SEED, type WorldSeed } from './worldSeed.ts';
import { openWorld } from './worldState.ts';

export type { Change } from './change.ts';

export interface LocalDiscordOptions {
  /** Unix milliseconds, for ids, timestamps, tokens and nonces. `Date.now` if left out. */
  readonly clock?: () => number;
  /** Whether each route is limited as Discord limits it, by real time, whatever the clock shows. True if left out. */
  readonly limited?: boolean;
  /** Any free port if left out. */
  readonly port?: number;
  /** The Model UN club if left out. */
  readonly world?: WorldSeed;
}

/**
 * The part of Discord that a slash-command bot talks to, in this process and on 127.0.0.1 only.
 *
 * A real discord.js `Client` connects with `rest: { api: apiUrl }`. What Discord would refuse is refused
 * here, with the same status and error code.
 */
export interface LocalDiscord extends WorldControls {
  /** For discord.js: `new Client({ rest: { api: apiUrl } })`. Without the `/v10`. */
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId: string;
  readonly botUserId: string;
  readonly world: World;
  /** The registered slash commands: the global ones, then those of guilds. */
  readonly commands: readonly APIApplicationCommand[];

  /** Acts as a person, by name or user id. @throws when there is no such person. */
  as(person: string): Actor;
  /** A channel or thread by id or by name, with or without `#`; of threads of one name, the oldest. @throws when there is none. */
  channel(name: string): Channel;
  /** What one person sees in a channel, oldest first: ephemeral messages of others are not among it. */
  messages(channelId: string, viewerId: string): readonly SeenMessage[];
  /** One message as it is now; `undefined` once it is deleted. */
  message(messageId: string): SeenMessage | undefined;

  /** Calls back after every change; returns what stops it. */
  onChange(listener: (change: Change) => void): () => void;
  /** What travelled lately, oldest first: the last 1,000 entries. */
  readonly wire: readonly WireEntry[];
  onWire(listener: (entry: WireEntry) => void): () => void;

  /** Whether the bot has a session that is ready. */
  readonly connected: boolean;
  /** Resolves once the bot is ready (received READY and its guilds), at once if it is. */
  whenConnected(): Promise<void>;
  /** Resolves once the bot is connected and has registered at least one command. */
  whenReady(): Promise<void>;
  /** Resolves once commands are registered: at once if they are. */
  whenCommands(): Promise<readonly APIApplicationCommand[]>;
  /** Resolves with the first change, from now on, that `accept` holds for. */
  whenChanged(accept: (change: Change) => boolean): Promise<Change>;
  /** Resolves with the first message, present or to come, that `accept` holds for. */
  whenMessage(accept: (message: SeenMessage) => boolean): Promise<SeenMessage>;

  /** Closes the gateway's sockets. A session stays resumable unless told otherwise. */
  dropConnections(options?: { readonly resumable?: boolean }): void;
  /** Asks the bot to reconnect (opcode 7). */
  askToReconnect(): void;
  /** Lets the next matching requests fail. */
  failNext(fault: Fault): void;

  close(): Promise<void>;
}

/** Opens a local Discord. It speaks as soon as this resolves. */
export async function openLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const { clock = Date.now, limited = true, port = 0, world: seed = DEFAULT_SEED } = options;
  const mint = snowflakes(clock);
  const applicationId = mint();
  const world = openWorld(seed, mint);
  const token = `${Buffer.from(world.bot.userId).toString('base64url')}.local.${randomBytes(18).toString('base64url')}`;

  const listeners = new Set<(change: Change) => void>();
  const changed = openBell();
  function tell(change: Change): void {
    changed.ring();
    for (const listener of listeners) listener(change);
  }

  const wire = openWire();
  const faults = openFaults();
  let origin = '';
  const uploads = openUploads(mint, () => origin);
  const messages = openMessages({ world, mint, clock, uploads, stir: announce });
  const registry = openCommandRegistry({ applicationId, mint, clock, changed: () => tell({ kind: 'commands' }) });
  const gatewayUrl = () => `${origin.replace('http', 'ws')}/gateway`;

  let routes = routeTable([]);
  const limits = limited ? openRateLimits() : NO_LIMITS;
  const server = restServer({ token, routes: () => routes, limits, faults, uploads, wire, clock });
  const gateway = openGateway({
    server,
    token,
    applicationId,
    world,
    wire,
    clock,
    url: gatewayUrl,
    changed: () => tell({ kind: 'connection', connected: gateway.connected }),
  });
  const interactions = openInteractions({
    world,
    applicationId,
    mint,
    clock,
    dispatch: (payload, guildId) => gateway.dispatch('INTERACTION_CREATE', payload, { guildId }),
  });
  const openers = new Map<string, Interaction>();
  routes = routeTable([
    ...accountRoutes({ world, applicationId, gatewayUrl }),
    ...channelRoutes({
      world,
      messages,
      threadOpened(thread) {
        const { guildId } = thread;
        const data = { ...apiChannel(thread, world), newly_created: true };
        gateway.dispatch('THREAD_CREATE', data, { guildId, intent: GatewayIntentBits.Guilds });
        tell({ kind: 'world' });
      },
    }),
    ...commandRoutes({ world, applicationId, registry }),
    ...interactionRoutes({
      world,
      applicationId,
      mint,
      messages,
      interactions,
      opened(dialog, interaction) {
        openers.set(dialog.dialogId, interaction);
        tell({ kind: 'dialog', dialog });
      },
    }),
  ]);

  /** Tells screens, and the gateway's sessions that asked for messages and may see this one. */
  function announce(stir: Stir, message: SeenMessage): void {
    const { channel_id: channelId, id: messageId, onlyFor } = message;
    const kind = stir === 'deleted' ? 'message-gone' : 'message';
    tell({ kind, channelId, messageId, ...(onlyFor ? { onlyFor } : {}) });
    const channel = world.channel(channelId);
    if (onlyFor || !channel || world.permissions(channel, world.bot.userId) === 0n) return;
    const { guildId } = channel;
    const intent = guildId ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages;
    const place = guildId ? { guild_id: guildId } : {};
    const data = stir === 'deleted' ? { id: messageId, channel_id: channelId } : apiMessage(message);
    gateway.dispatch(EVENT[stir], { ...data, ...place }, { guildId, intent });
  }

  /** @throws when there is none */
  function channelNamed(name: string): Channel {
    const byId = world.channel(name);
    if (byId) return byId;
    const bare = name.replace(/^#/, '');
    const all = [
      ...world.guilds.flatMap(({ channels, threads }) => [...channels, ...threads]),
      ...world.directChannels,
    ];
    const found = all.find((one) => one.name === bare);
    if (!found) throw new Error(`There is no channel called ${name}.`);
    return found;
  }

  /** @throws when there is no such person */
  function person(name: string) {
    const found = world.users.find((one) => !one.bot && (one.name === name || one.userId === name));
    if (!found) throw new Error(`There is no person called ${name}.`);
    return found;
  }

  function seenIn(channelId: string, viewerId: string): readonly SeenMessage[] {
    const channel = world.channel(channelId);
    if (!channel || world.permissions(channel, viewerId) === 0n) return [];
    return messages.inChannel(channelId).filter(({ onlyFor }) => onlyFor === undefined || onlyFor === viewerId);
  }

  function whenChanged(accept: (change: Change) => boolean): Promise<Change> {
    return new Promise((resolve) => {
      const listener = (change: Change) => {
        if (!accept(change)) return;
        listeners.delete(listener);
        resolve(change);
      };
      listeners.add(listener);
    });
  }

  const outcomes = openOutcomes(messages, changed);
  const actors = { world, messages, registry, interactions, outcomes, openers, seenIn };

  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    apiUrl: `${origin}/api`,
    token,
    applicationId,
    botUserId: world.bot.userId,
    world,
    get commands() {
      return registry.all();
    },
    as: (name) => openActor(person(name), actors),
    channel: channelNamed,
    messages: seenIn,
    message: (messageId) => messages.get(messageId),

    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    get wire() {
      return wire.entries();
    },
    onWire: (listener) => wire.listen(listener),

    get connected() {
      return gateway.connected;
    },
    whenConnected: () => changed.until(() => (gateway.connected ? DONE : undefined)).then(() => undefined),
    whenReady: () =>
      changed.until(() => (gateway.connected && registry.all().length > 0 ? DONE : undefined)).then(() => undefined),
    whenCommands: () => changed.until(() => (registry.all().length > 0 ? registry.all() : undefined)),
    whenChanged,
    whenMessage: (accept) => changed.until(() => firstOf(messages.all(), accept)),

    dropConnections: ({ resumable = true } = {}) => gateway.dropConnections(resumable),
    askToReconnect: () => gateway.askToReconnect(),
    failNext: (fault) => faults.add(fault),

    ...openWorldControls({ world, messages, dispatch: gateway.dispatch, tell, channelNamed, person }),

    async close() {
      gateway.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const DONE = 'done';

function firstOf<T>(all: Iterable<T>, accept: (one: T) => boolean): T | undefined {
  for (const one of all) if (accept(one)) return one;
  return undefined;
}

const EVENT: Readonly<Record<Stir, string>> = {
  created: 'MESSAGE_CREATE',
  edited: 'MESSAGE_UPDATE',
  deleted: 'MESSAGE_DELETE',
};
