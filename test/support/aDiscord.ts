import { type Instant, MINUTE } from '../../src/domain/time.ts';
import type { Clock, Post } from '../../src/ports.ts';
import type { Card } from '../../src/views/card.ts';
import { type Press, writePress } from '../../src/views/press.ts';

export interface Message {
  readonly messageId: string;
  readonly channelId: string;
  readonly at: Instant;
  readonly nonce: string;
  readonly pings: string | undefined;
  /** The schedule and the day that the post carries. */
  readonly schedule: string;
  readonly day: string;
}

/** What of a channel the bot may and can. */
export interface ChannelState {
  readonly exists: boolean;
  readonly sendable: boolean;
  readonly readable: boolean;
}

export interface LocalDiscord {
  /** The port. */
  readonly post: Post;
  readonly messages: readonly Message[];
  /** `deaf` hears nothing; `mute` does what it is asked, and its answers are lost. */
  trouble: 'none' | 'deaf' | 'mute';
  /** Awaited before a message is made. */
  queue: (channelId: string) => Promise<void>;
  /** Changes what the bot may in a channel; all channels exist, to be written and read, unless told otherwise. */
  change(channelId: string, state: Partial<ChannelState>): void;
  state(channelId: string): ChannelState;
  days(): readonly string[];
}

/** "The past few minutes" within which a nonce is known: as few as they may be. */
const NONCE_MS = 3 * MINUTE;
/** How far before the instant asked for a search begins, since two clocks differ. */
const SKEW_MS = 5 * MINUTE;
/** The most characters of a nonce: discord-api-docs `resources/message`, Create Message. */
const NONCE_LENGTH = 25;

/** Discord as far as scheduled posts see it, with a clock of its own. */
export function aDiscord(clock: Clock): LocalDiscord {
  const messages: Message[] = [];
  const states = new Map<string, ChannelState>();
  const state = (channelId: string) => states.get(channelId) ?? { exists: true, sendable: true, readable: true };

  function refusal(channelId: string, permission: 'sendable' | 'readable') {
    const known = state(channelId);
    if (!known.exists) return { kind: 'refused', reason: { kind: 'unknown-channel' } } as const;
    if (known[permission]) return undefined;
    const permissions = [permission === 'sendable' ? 'Send Messages' : 'Read Message History'];
    return { kind: 'refused', reason: { kind: 'missing-permissions', permissions } } as const;
  }

  const discord: LocalDiscord = {
    messages,
    trouble: 'none',
    queue: async () => undefined,
    change: (channelId, change) => void states.set(channelId, { ...state(channelId), ...change }),
    state,
    days: () => messages.map(({ day }) => day),
    post: {
      async send(channelId, card, { nonce, pings }) {
        await discord.queue(channelId);
        if (discord.trouble === 'deaf') throw new Error('503 Service Unavailable');
        if (nonce.length > NONCE_LENGTH) throw new Error('50035 Invalid Form Body: nonce');
        const refused = refusal(channelId, 'sendable');
        if (refused) return refused;
        const twin = messages.find((one) => one.nonce === nonce && clock() - one.at < NONCE_MS);
        const message = twin ?? {
          ...markerOf(card),
          messageId: String(messages.length + 1),
          channelId,
          at: clock(),
          nonce,
          pings,
        };
        if (!twin) messages.push(message);
        if (discord.trouble === 'mute') throw new Error('the connection was reset');
        return { kind: 'sent', messageId: message.messageId, at: message.at };
      },

      async find(channelId, marker, since) {
        await undefined;
        if (discord.trouble !== 'none') throw new Error('503 Service Unavailable');
        const refused = refusal(channelId, 'readable');
        if (refused) return refused;
        const wanted = writePress(marker);
        const found = messages
          .filter((one) => one.channelId === channelId && one.at >= since - SKEW_MS)
          .find(({ schedule, day }) => writePress({ kind: 'post', schedule, day }) === wanted);
        return found ? { kind: 'found', messageId: found.messageId, at: found.at } : { kind: 'not-found' };
      },
    },
  };
  return discord;
}

function markerOf({ blocks }: Card): { readonly schedule: string; readonly day: string } {
  const presses = blocks.flatMap((block) =>
    block.kind === 'buttons' ? block.buttons.flatMap((button) => ('press' in button ? [button.press] : [])) : [],
  );
  const marker = presses.find((press): press is Extract<Press, { kind: 'post' }> => press.kind === 'post');
  if (!marker) throw new Error('a scheduled post carries no marker');
  const { schedule, day } = marker;
  return { schedule, day };
}
