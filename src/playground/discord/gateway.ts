import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import { type WebSocket, WebSocketServer } from 'ws';
import { apiGuildCreate, apiUser } from './payloads.ts';
import type { Wire } from './wire.ts';
import type { WorldState } from './worldState.ts';

/** How an event finds its sessions. */
export interface Address {
  /** Decides the shard; events without a guild go to shard 0. */
  readonly guildId?: string | undefined;
  /** Without this intent a session does not hear of it. */
  readonly intent?: number;
}

export interface Gateway {
  /** Sends an event to the sessions it concerns, or keeps it for those that may yet resume. Returns whether there is one. */
  dispatch(event: string, data: unknown, address: Address): boolean;
  readonly connected: boolean;
  dropConnections(resumable: boolean): void;
  askToReconnect(): void;
  close(): void;
}

export interface GatewayContext {
  readonly server: Server;
  readonly token: string;
  readonly applicationId: string;
  readonly world: WorldState;
  readonly wire: Wire;
  readonly clock: () => number;
  readonly url: () => string;
  readonly changed: () => void;
}

/** Source: discord-api-docs `developers/events/gateway.mdx`, "Hello Event". */
const HEARTBEAT_MS = 41_250;
/** How many events a session keeps for a replay. */
const REPLAYABLE = 3000;

/** Source: discord-api-docs `developers/topics/opcodes-and-status-codes.mdx`, "Gateway Close Event Codes". */
const CLOSE = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  invalidShard: 4010,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;

/** Source: discord-api-docs `developers/events/gateway.mdx`, "Privileged Intents". This application has none. */
const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;
const KNOWN = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);

interface Event {
  readonly op: 0;
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

interface Session {
  readonly sessionId: string;
  readonly intents: number;
  readonly shard: readonly [number: number, count: number];
  readonly past: Event[];
  sequence: number;
  socket: WebSocket | undefined;
}

interface Payload {
  readonly op: number;
  readonly d: Readonly<Record<string, unknown>> | null;
}

export function openGateway(context: GatewayContext): Gateway {
  const { server, token, applicationId, world, wire, clock, url, changed } = context;
  const sessions = new Map<string, Session>();
  const sockets = new WebSocketServer({ noServer: true });

  server.on('upgrade', (request, socket, head) => {
    if (!request.url?.startsWith('/gateway')) return socket.destroy();
    return sockets.handleUpgrade(request, socket, head, welcome);
  });

  function write(socket: WebSocket, payload: { readonly op: number; readonly d: unknown; readonly t?: string }): void {
    if (socket.readyState !== socket.OPEN) return;
    socket.send(JSON.stringify({ s: null, t: null, ...payload }));
    note('in', payload);
  }

  function note(
    direction: 'in' | 'out',
    { op, t, d }: { readonly op: number; readonly t?: string; readonly d: unknown },
  ) {
    const event = t ? { event: t } : {};
    wire.record({ via: 'gateway', at: clock(), direction, opcode: op, ...event, body: masked(d) });
  }

  function welcome(socket: WebSocket): void {
    let session: Session | undefined;
    write(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: HEARTBEAT_MS } });
    socket.on('message', (raw) => {
      const payload = readPayload(String(raw));
      if (!payload) return socket.close(CLOSE.decodeError, 'Error while decoding payload.');
      note('out', payload);
      switch (payload.op) {
        case GatewayOpcodes.Heartbeat:
          return write(socket, { op: GatewayOpcodes.HeartbeatAck, d: null });
        case GatewayOpcodes.Identify:
          if (session) return socket.close(CLOSE.alreadyAuthenticated, 'Already authenticated.');
          session = identify(socket, payload.d ?? {});
          return undefined;
        case GatewayOpcodes.Resume:
          session = resume(socket, payload.d ?? {});
          return undefined;
        case GatewayOpcodes.PresenceUpdate:
        case GatewayOpcodes.VoiceStateUpdate:
        case GatewayOpcodes.RequestGuildMembers:
          return session ? undefined : socket.close(CLOSE.notAuthenticated, 'Not authenticated.');
        default:
          return socket.close(CLOSE.unknownOpcode, 'Unknown opcode.');
      }
    });
    socket.on('close', (code) => {
      if (!session || session.socket !== socket) return;
      session.socket = undefined;
      // Source: discord-api-docs `developers/events/gateway.mdx`, "Initiating a Disconnect".
      if (code === 1000 || code === 1001) sessions.delete(session.sessionId);
      changed();
    });
  }

  function identify(socket: WebSocket, asked: Readonly<Record<string, unknown>>): Session | undefined {
    const intents = Number(asked.intents);
    const [number, count] = (asked.shard as [number, number] | undefined) ?? [0, 1];
    const refuse = (code: number, reason: string) => void socket.close(code, reason);
    if (bare(asked.token) !== token) return refuse(CLOSE.authenticationFailed, 'Authentication failed.') ?? undefined;
    if (!Number.isInteger(intents) || (intents & ~KNOWN) !== 0) {
      return refuse(CLOSE.invalidIntents, 'Invalid intent(s).') ?? undefined;
    }
    if (intents & PRIVILEGED) return refuse(CLOSE.disallowedIntents, 'Disallowed intent(s).') ?? undefined;
    if (!(number >= 0 && number < count)) return refuse(CLOSE.invalidShard, 'Invalid shard.') ?? undefined;

    for (const old of sessions.values()) {
      if (!old.socket && old.shard[0] === number) sessions.delete(old.sessionId);
    }
    const sessionId = randomBytes(16).toString('hex');
    const session: Session = { sessionId, intents, shard: [number, count], past: [], sequence: 0, socket };
    sessions.set(sessionId, session);

    const guilds = world.guilds.filter(({ guildId }) => concerns(session, { guildId }));
    send(session, 'READY', {
      v: 10,
      user: { ...apiUser(world.bot), verified: true, mfa_enabled: true, email: null, flags: 0 },
      guilds: guilds.map(({ guildId }) => ({ id: guildId, unavailable: true })),
      session_id: sessionId,
      resume_gateway_url: url(),
      session_type: 'normal',
      shard: [number, count],
      application: { id: applicationId, flags: 0 },
    });
    if (intents & GatewayIntentBits.Guilds) {
      for (const guild of guilds) send(session, 'GUILD_CREATE', apiGuildCreate(guild, world));
    }
    changed();
    return session;
  }

  function resume(socket: WebSocket, asked: Readonly<Record<string, unknown>>): Session | undefined {
    if (bare(asked.token) !== token) {
      socket.close(CLOSE.authenticationFailed, 'Authentication failed.');
      return undefined;
    }
    const session = sessions.get(String(asked.session_id));
    const after = Number(asked.seq);
    const oldest = session?.past[0]?.s ?? 1;
    if (!session || after + 1 < oldest) {
      write(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return undefined;
    }
    if (after > session.sequence) {
      socket.close(CLOSE.invalidSequence, 'Invalid seq.');
      return undefined;
    }
    session.socket?.terminate();
    session.socket = socket;
    for (const event of session.past) if (event.s > after) transmit(socket, event);
    send(session, 'RESUMED', {});
    changed();
    return session;
  }

  function send(session: Session, name: string, data: unknown): void {
    session.sequence += 1;
    const event: Event = { op: 0, t: name, s: session.sequence, d: data };
    session.past.push(event);
    if (session.past.length > REPLAYABLE) session.past.shift();
    if (session.socket) transmit(session.socket, event);
  }

  function transmit(socket: WebSocket, event: Event): void {
    if (socket.readyState !== socket.OPEN) return;
    socket.send(JSON.stringify(event));
    note('in', event);
  }

  return {
    dispatch(event, data, address) {
      const concerned = [...sessions.values()].filter((session) => concerns(session, address));
      for (const session of concerned) send(session, event, data);
      return concerned.length > 0;
    },
    get connected() {
      return [...sessions.values()].some(({ socket }) => socket !== undefined && socket.readyState === socket.OPEN);
    },
    dropConnections(resumable) {
      if (!resumable) sessions.clear();
      for (const socket of sockets.clients) socket.terminate();
    },
    askToReconnect() {
      for (const socket of sockets.clients) write(socket, { op: GatewayOpcodes.Reconnect, d: null });
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

/** Source: discord-api-docs `developers/events/gateway.mdx`, "Sharding". */
function concerns({ shard: [number, count], intents }: Session, { guildId, intent = 0 }: Address): boolean {
  const shard = guildId ? Number((BigInt(guildId) >> 22n) % BigInt(count)) : 0;
  return shard === number && (intent === 0 || (intents & intent) !== 0);
}

function readPayload(raw: string): Payload | undefined {
  try {
    const payload: unknown = JSON.parse(raw);
    return typeof payload === 'object' && payload && 'op' in payload ? (payload as Payload) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const bare = (token: unknown) => String(token).replace(/^Bot /, '');

function masked(data: unknown): unknown {
  return typeof data === 'object' && data && 'token' in data ? { ...data, token: '•••' } : data;
}
