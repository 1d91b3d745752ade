/** The way out: posts of schedules and games, straight over REST, so that no cache decides what is there. */

import {
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIThreadChannel,
  ChannelType,
  type Client,
  ComponentType,
  DiscordAPIError,
  type RawFile,
  type RESTGetAPIChannelMessagesResult,
  RESTJSONErrorCodes,
  Routes,
  SnowflakeUtil,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import type { PostRefusal } from '../../domain/schedules.ts';
import { type Instant, MINUTE } from '../../domain/time.ts';
import type { FileToSend, Stage } from '../../ports.ts';
import { writePress } from '../../views/press.ts';
import { missingForThread, missingIn } from './permissions.ts';
import { render } from './render.ts';

/** The most messages that one request gives: discord-api-docs `resources/message`, Get Channel Messages. */
const PAGE = 100;
/** Beyond that a search is given up: not to know is not to have looked. */
const MOST_PAGES = 50;
/** Our clock and Discord's may differ by so much. */
const CLOCK_SKEW_MS = 5 * MINUTE;
/** A thread is put away after so long without a message. The longest open quiz takes as much. */
const THREAD_STAYS = ThreadAutoArchiveDuration.OneWeek;

export function discordPost(client: Client<true>): Stage {
  return {
    async send(channelId, card, { nonce, pings, files = [] }) {
      try {
        const message = (await client.rest.post(Routes.channelMessages(channelId), {
          body: { ...render(card, pings), nonce, enforce_nonce: true },
          files: files.map(asRawFile),
        })) as APIMessage;
        return { kind: 'sent', messageId: message.id, at: Date.parse(message.timestamp) };
      } catch (error) {
        return { kind: 'refused', reason: refusal(client, channelId, error) };
      }
    },

    async edit(channelId, messageId, card) {
      try {
        await client.rest.patch(Routes.channelMessage(channelId, messageId), { body: render(card) });
        return { kind: 'edited' };
      } catch (error) {
        if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMessage) {
          return { kind: 'message-gone' };
        }
        return { kind: 'refused', reason: refusal(client, channelId, error) };
      }
    },

    async openThread(channelId, name) {
      const missing = missingForThread(client.channels.cache.get(channelId));
      // One in which we could not write would be left behind, empty.
      if (missing.length) return { kind: 'refused', reason: { kind: 'missing-permissions', permissions: missing } };
      try {
        const thread = (await client.rest.post(Routes.threads(channelId), {
          body: { name, type: ChannelType.PublicThread, auto_archive_duration: THREAD_STAYS },
        })) as APIThreadChannel;
        return { kind: 'opened', channelId: thread.id };
      } catch (error) {
        return { kind: 'refused', reason: refusal(client, channelId, error) };
      }
    },

    async find(channelId, marker, since) {
      const wanted = writePress(marker);
      let after = idAt(since - CLOCK_SKEW_MS);
      try {
        for (let page = 0; page < MOST_PAGES; page++) {
          const messages = (await client.rest.get(Routes.channelMessages(channelId), {
            query: new URLSearchParams({ limit: String(PAGE), after }),
          })) as RESTGetAPIChannelMessagesResult;
          const found = messages.find(
            ({ author, components }) => author.id === client.user.id && carries(components, wanted),
          );
          if (found) return { kind: 'found', messageId: found.id, at: Date.parse(found.timestamp) };
          if (messages.length < PAGE) return { kind: 'not-found' };
          after = messages.reduce((latest, { id }) => (BigInt(id) > BigInt(latest) ? id : latest), after);
        }
      } catch (error) {
        return { kind: 'refused', reason: refusal(client, channelId, error) };
      }
      throw new Error(`more than ${MOST_PAGES * PAGE} messages to look through in channel ${channelId}`);
    },
  };
}

/** Only Discord's own clear no is a refusal. @throws the error for everything that may pass. */
function refusal(client: Client<true>, channelId: string, error: unknown): PostRefusal {
  if (!(error instanceof DiscordAPIError)) throw error;
  switch (error.code) {
    case RESTJSONErrorCodes.UnknownChannel:
      return { kind: 'unknown-channel' };
    case RESTJSONErrorCodes.MissingAccess:
    case RESTJSONErrorCodes.MissingPermissions: {
      const missing = missingIn(client.channels.cache.get(channelId));
      return { kind: 'missing-permissions', permissions: missing.length ? missing : ['View Channel'] };
    }
    default:
      throw error;
  }
}

function carries(components: readonly APIMessageTopLevelComponent[] | undefined, id: string): boolean {
  return (components ?? []).some((component) => {
    if (component.type === ComponentType.Container || component.type === ComponentType.ActionRow) {
      return carries(component.components as readonly APIMessageTopLevelComponent[], id);
    }
    return 'custom_id' in component && component.custom_id === id;
  });
}

/** A message id as Discord would have made it at an instant: discord-api-docs `reference`, Snowflakes. */
function idAt(at: Instant): string {
  return SnowflakeUtil.generate({ timestamp: at, increment: 0n, workerId: 0n, processId: 0n }).toString();
}

function asRawFile({ name, bytes }: FileToSend): RawFile {
  return { name, data: Buffer.from(bytes) };
}
