import { ChannelType, MessageReferenceType, MessageType, PermissionFlagsBits } from 'discord.js';
import {
  CreatePrivateChannelRequestSchema,
  CreateTextThreadWithoutMessageRequestSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
} from 'discord-api-spec/zod';
import {
  closedToDirectMessages,
  invalidForm,
  missingAccess,
  missingPermissions,
  notInThisChannel,
  notTheAuthor,
  unknownChannel,
  unknownMessage,
  unknownUser,
} from './apiError.ts';
import { formFaults } from './formFaults.ts';
import { BY_DEFAULT } from './mentions.ts';
import { checkedBody, type MessageBody } from './messageBody.ts';
import { apiMessage, type Messages } from './messages.ts';
import { apiChannel } from './payloads.ts';
import { writingIn } from './permissions.ts';
import { LIMIT } from './rateLimits.ts';
import type { Answer, Asked, Route } from './route.ts';
import type { SeenMessage } from './sight.ts';
import type { Channel } from './world.ts';
import type { WorldState } from './worldState.ts';

const { ViewChannel, CreatePublicThreads, ReadMessageHistory, ManageMessages, AttachFiles } = PermissionFlagsBits;

/** How many messages one request gives. Source: discord-api-docs `developers/resources/message.mdx`, "Get Channel Messages". */
const PAGE = { least: 1, most: 100, usual: 50 } as const;

/** What a channel's own setting is when nobody changed it. */
const USUAL_ARCHIVE_MINUTES = 4320;

interface ThreadBody {
  readonly name: string;
  readonly type?: ChannelType;
  readonly auto_archive_duration?: number;
}

export interface ChannelRoutesContext {
  readonly world: WorldState;
  readonly messages: Messages;
  readonly threadOpened: (thread: Channel) => void;
}

/** Channels and the messages the bot posts into them. */
export function channelRoutes({ world, messages, threadOpened }: ChannelRoutesContext): readonly Route[] {
  const mayBot = (channel: Channel, permission: bigint) =>
    (world.permissions(channel, world.bot.userId) & permission) !== 0n;

  /** @throws ApiError 10003 when it does not exist, 50001 when the bot cannot see it */
  function visible({ part }: Asked): Channel {
    const channel = world.channel(part('channel'));
    if (!channel) throw unknownChannel();
    if (!mayBot(channel, ViewChannel)) throw missingAccess();
    return channel;
  }

  /** @throws ApiError 10008; ephemeral messages are not in their channel for anyone who asks this way */
  function message({ part }: Asked, channel: Channel): SeenMessage {
    const found = messages.get(part('message'));
    if (!found || found.channel_id !== channel.channelId || found.onlyFor) throw unknownMessage();
    return found;
  }

  function post(asked: Asked): Answer {
    const channel = visible(asked);
    const { files } = asked;
    if (!mayBot(channel, writingIn(channel))) throw missingPermissions();
    if (files.length > 0 && !mayBot(channel, AttachFiles)) throw missingPermissions();
    const recipient = world.user(channel.recipientId ?? '');
    if (recipient && !recipient.takesDirectMessages) throw closedToDirectMessages();

    const body = checkedBody(asked.body, { schema: MessageCreateRequestSchema, files });
    const twin = body.enforce_nonce && body.nonce != null ? messages.withNonce(String(body.nonce)) : undefined;
    if (twin) return { status: 200, body: apiMessage(twin) };
    const draft = { channel, type: MessageType.Default, body, files, byDefault: BY_DEFAULT.message };
    return { status: 200, body: apiMessage(messages.create({ ...draft, ...replyOf(body, channel) })) };
  }

  /** Source: discord-api-docs `developers/resources/message.mdx`, "Message Reference Structure". */
  function replyOf(body: MessageBody, channel: Channel) {
    const { message_reference: reference } = body as { readonly message_reference?: { readonly message_id: string } };
    if (!reference) return {};
    const answered = messages.get(reference.message_id);
    if (answered?.channel_id !== channel.channelId) {
      throw invalidForm([
        { path: ['message_reference'], code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' },
      ]);
    }
    const place = { channel_id: channel.channelId, ...(channel.guildId ? { guild_id: channel.guildId } : {}) };
    return {
      type: MessageType.Reply,
      ties: { message_reference: { type: MessageReferenceType.Default, message_id: answered.id, ...place } },
    };
  }

  function edit(asked: Asked): Answer {
    const channel = visible(asked);
    const present = message(asked, channel);
    if (present.author.id !== world.bot.userId) throw notTheAuthor();
    const { files } = asked;
    const body = checkedBody(asked.body, { schema: MessageEditRequestPartialSchema, present, files });
    return { status: 200, body: apiMessage(messages.edit(present, channel, { body, files, byDefault: {} })) };
  }

  function remove(asked: Asked): Answer {
    const channel = visible(asked);
    const present = message(asked, channel);
    if (present.author.id !== world.bot.userId && !mayBot(channel, ManageMessages)) throw missingPermissions();
    messages.remove(present.id);
    return { status: 204 };
  }

  function getOne(asked: Asked): Answer {
    const channel = visible(asked);
    if (!mayBot(channel, ReadMessageHistory)) throw missingPermissions();
    return { status: 200, body: apiMessage(message(asked, channel)) };
  }

  function getMany(asked: Asked): Answer {
    const channel = visible(asked);
    if (!mayBot(channel, ReadMessageHistory)) return { status: 200, body: [] };
    const all = messages.inChannel(channel.channelId).filter(({ onlyFor }) => !onlyFor);
    return { status: 200, body: pageOf(all, asked.query).map(apiMessage) };
  }

  function openDirect({ body }: Asked): Answer {
    const faults = formFaults(CreatePrivateChannelRequestSchema, body);
    if (faults.length > 0) throw invalidForm(faults);
    const user = world.user((body as { readonly recipient_id: string }).recipient_id);
    if (!user) throw unknownUser();
    return { status: 200, body: apiChannel(world.directWith(user.userId), world) };
  }

  /** Source: discord-api-docs `developers/resources/channel.mdx`, "Start Thread without Message". */
  function openThread(asked: Asked): Answer {
    const channel = visible(asked);
    const faults = formFaults(CreateTextThreadWithoutMessageRequestSchema, asked.body);
    if (faults.length > 0) throw invalidForm(faults);
    const { name, type, auto_archive_duration: archivesAfter } = asked.body as ThreadBody;
    if (!channel.guildId || channel.thread) throw notInThisChannel();
    // Without a type Discord opens a private one, as it did before there were any other; those are not spoken here.
    if (type !== ChannelType.PublicThread) throw missingPermissions();
    if (!mayBot(channel, CreatePublicThreads)) throw missingPermissions();
    const thread = world.addThread(channel, name, {
      ownerId: world.bot.userId,
      archivesAfter: archivesAfter ?? USUAL_ARCHIVE_MINUTES,
    });
    threadOpened(thread);
    // How people find it: a line in its channel that leads there.
    messages.create({
      channel,
      type: MessageType.ThreadCreated,
      body: { content: name },
      files: [],
      byDefault: {},
      ties: {
        message_reference: {
          type: MessageReferenceType.Default,
          channel_id: thread.channelId,
          ...(thread.guildId ? { guild_id: thread.guildId } : {}),
        },
      },
    });
    return { status: 201, body: apiChannel(thread, world) };
  }

  const one = '/channels/:channel/messages/:message';
  const all = '/channels/:channel/messages';
  return [
    {
      method: 'GET',
      pattern: '/channels/:channel',
      handle: (asked) => ({ status: 200, body: apiChannel(visible(asked), world) }),
    },
    { method: 'GET', pattern: all, handle: getMany },
    { method: 'GET', pattern: one, handle: getOne },
    { method: 'POST', pattern: all, limit: LIMIT.createMessage, limitedBy: 'channel', handle: post },
    { method: 'PATCH', pattern: one, limit: LIMIT.editMessage, limitedBy: 'channel', handle: edit },
    { method: 'DELETE', pattern: one, limit: LIMIT.deleteMessage, limitedBy: 'channel', handle: remove },
    {
      method: 'POST',
      pattern: '/channels/:channel/typing',
      handle: (asked) => {
        const channel = visible(asked);
        if (!mayBot(channel, writingIn(channel))) throw missingPermissions();
        return { status: 204 };
      },
    },
    { method: 'POST', pattern: '/channels/:channel/threads', handle: openThread },
    { method: 'POST', pattern: '/users/@me/channels', handle: openDirect },
  ];
}

/** Newest first. Source: discord-api-docs `developers/resources/message.mdx`, "Get Channel Messages". */
function pageOf(oldestFirst: readonly SeenMessage[], query: URLSearchParams): readonly SeenMessage[] {
  const limit = Number(query.get('limit') ?? PAGE.usual);
  if (!Number.isInteger(limit) || limit < PAGE.least || limit > PAGE.most) {
    const message = `int value should be between ${PAGE.least} and ${PAGE.most}.`;
    throw invalidForm([{ path: ['limit'], code: limit > PAGE.most ? 'NUMBER_TYPE_MAX' : 'NUMBER_TYPE_MIN', message }]);
  }
  const older = (than: string) => oldestFirst.filter(({ id }) => BigInt(id) < BigInt(than));
  const newer = (than: string) => oldestFirst.filter(({ id }) => BigInt(id) > BigInt(than));
  const [before, after, around] = ['before', 'after', 'around'].map((name) => query.get(name));
  if (around) {
    const half = Math.floor(limit / 2);
    const itself = oldestFirst.filter(({ id }) => id === around);
    const earlier = older(around);
    return [
      ...earlier.slice(Math.max(0, earlier.length - half)),
      ...itself,
      ...newer(around).slice(0, half),
    ].toReversed();
  }
  if (before) return older(before).slice(-limit).toReversed();
  if (after) return newer(after).slice(0, limit).toReversed();
  return oldestFirst.slice(-limit).toReversed();
}
