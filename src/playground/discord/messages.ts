import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIUser,
  MessageFlags,
  type MessageType,
} from 'discord.js';
import { KIND, type MediaLookup, placed, settled } from './components.ts';
import { type AllowedMentions, pingsOf } from './mentions.ts';
import type { MessageBody } from './messageBody.ts';
import { attachmentName } from './messageRules.ts';
import { apiUser } from './payloads.ts';
import type { SeenMessage } from './sight.ts';
import type { Upload, Uploads } from './uploads.ts';
import type { Channel } from './world.ts';
import type { WorldState } from './worldState.ts';

/** A message about to be written. */
export interface Draft {
  readonly channel: Channel;
  readonly type: MessageType;
  readonly body: MessageBody;
  readonly files: readonly Upload[];
  readonly onlyFor?: string | undefined;
  /** Whom a body without `allowed_mentions` may ping. */
  readonly byDefault: AllowedMentions;
  /** A deferred answer: a message yet to come. */
  readonly loading?: boolean;
  /** What ties it to an interaction or to another message. */
  readonly ties?: Partial<APIMessage>;
}

export type Stir = 'created' | 'edited' | 'deleted';

export interface Messages {
  get(messageId: string): SeenMessage | undefined;
  all(): Iterable<SeenMessage>;
  /** Oldest first, ephemeral ones among them. */
  inChannel(channelId: string): readonly SeenMessage[];
  create(draft: Draft): SeenMessage;
  /** `byDefault` matters only to a deferred answer, which pings when it arrives; any other edit pings nobody. */
  edit(message: SeenMessage, channel: Channel, change: Pick<Draft, 'body' | 'files' | 'byDefault'>): SeenMessage;
  remove(messageId: string): void;
  /** Forgets a channel's messages, as when it is deleted. */
  clear(channelId: string): void;
  /** The bot's message with this nonce, if it is recent. */
  withNonce(nonce: string): SeenMessage | undefined;
}

export interface MessagesContext {
  readonly world: WorldState;
  readonly mint: () => string;
  readonly clock: () => number;
  readonly uploads: Uploads;
  readonly stir: (stir: Stir, message: SeenMessage) => void;
}

/**
 * How long a nonce is remembered, of “the past few minutes”.
 * Source: discord-api-docs `developers/resources/message.mdx`, "Create Message", `enforce_nonce`.
 */
export const NONCE_MS = 5 * 60_000;

/** Flags a sender may set for good. Source: the same section, `flags`. */
const SETTABLE = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

export function openMessages({ world, mint, clock, uploads, stir }: MessagesContext): Messages {
  const channels = new Map<string, Map<string, SeenMessage>>();
  const homes = new Map<string, string>();
  const nonces = new Map<string, { readonly messageId: string; readonly at: number }>();

  const get = (messageId: string) => channels.get(homes.get(messageId) ?? '')?.get(messageId);

  function put(message: SeenMessage, what: Stir): SeenMessage {
    const shelf = channels.get(message.channel_id) ?? new Map<string, SeenMessage>();
    channels.set(message.channel_id, shelf);
    shelf.set(message.id, message);
    homes.set(message.id, message.channel_id);
    stir(what, message);
    return message;
  }

  function attach(body: MessageBody, files: readonly Upload[], channelId: string): readonly APIAttachment[] {
    return files.map((file) => {
      const about = body.attachments?.find(({ id }) => id === file.index);
      return uploads.keep({ ...file, filename: about?.filename ?? file.filename }, channelId, about?.description);
    });
  }

  /** What a body says, in the shape it is given back. */
  function shown(body: MessageBody, attachments: readonly APIAttachment[], channel: Channel) {
    const media = mediaAmong(attachments);
    const components = body.components && settled(body.components, media);
    return {
      ...(body.content === undefined ? {} : { content: body.content ?? '' }),
      ...(body.embeds === undefined ? {} : { embeds: (body.embeds ?? []).map((embed) => settledEmbed(embed, media)) }),
      ...(body.components === undefined
        ? {}
        : { components: (components ?? []) as unknown as APIMessageTopLevelComponent[] }),
      ...mentioned(textIn(body), channel),
    };
  }

  function mentioned(text: string, channel: Channel) {
    const guild = world.guild(channel.guildId ?? '');
    const ids = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, id = '']) => id))];
    const users = ids(/<@!?(\d+)>/g).flatMap((id): readonly APIUser[] => {
      const user = world.user(id);
      return user ? [apiUser(user)] : [];
    });
    return {
      mentions: users,
      mention_roles: ids(/<@&(\d+)>/g).filter((id) => guild?.roles.some(({ roleId }) => roleId === id)),
    };
  }

  const stamp = () => new Date(clock()).toISOString().replace('Z', '000+00:00');

  return {
    get,
    *all() {
      for (const shelf of channels.values()) yield* shelf.values();
    },
    inChannel: (channelId) => [...(channels.get(channelId)?.values() ?? [])],

    create({ channel, type, body, files, onlyFor, byDefault, loading = false, ties = {} }) {
      const attachments = attach(body, files, channel.channelId);
      const pings = pingsOf(textIn(body), body.allowed_mentions ?? byDefault, channel, world);
      const flags =
        (Number(body.flags ?? 0) & SETTABLE) |
        (onlyFor ? MessageFlags.Ephemeral : 0) |
        (loading ? MessageFlags.Loading : 0);
      const message: SeenMessage = {
        id: mint(),
        channel_id: channel.channelId,
        type,
        author: apiUser(world.bot),
        content: '',
        embeds: [],
        components: [],
        ...shown(body, attachments, channel),
        attachments: [...attachments],
        timestamp: stamp(),
        edited_timestamp: null,
        tts: body.tts ?? false,
        pinned: false,
        mention_everyone: pings.everyone,
        flags,
        ...(body.nonce === undefined || body.nonce === null ? {} : { nonce: body.nonce }),
        ...ties,
        pings,
        ...(onlyFor ? { onlyFor } : {}),
      };
      if (message.nonce !== undefined) nonces.set(String(message.nonce), { messageId: message.id, at: clock() });
      return put(message, 'created');
    },

    edit(message, channel, { body, files, byDefault }) {
      const stay = body.attachments
        ? message.attachments.filter(({ id }) => body.attachments?.some((one) => one.id === id))
        : message.attachments;
      const attachments = [...stay, ...attach(body, files, channel.channelId)];
      const arrives = ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
      const kept = (message.flags ?? 0) & ~MessageFlags.Loading;
      return put(
        {
          ...message,
          ...shown(body, attachments, channel),
          attachments,
          flags: kept | (Number(body.flags ?? 0) & (MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds)),
          edited_timestamp: stamp(),
          ...(arrives ? { pings: pingsOf(textIn(body), body.allowed_mentions ?? byDefault, channel, world) } : {}),
        },
        'edited',
      );
    },

    remove(messageId) {
      const message = get(messageId);
      if (!message) return;
      channels.get(message.channel_id)?.delete(messageId);
      homes.delete(messageId);
      stir('deleted', message);
    },

    clear(channelId) {
      for (const messageId of channels.get(channelId)?.keys() ?? []) homes.delete(messageId);
      channels.delete(channelId);
    },

    withNonce(nonce) {
      const used = nonces.get(nonce);
      return used && clock() - used.at < NONCE_MS ? get(used.messageId) : undefined;
    },
  };
}

/** The text in which mentions count: the content and the text displays. */
function textIn({ content, components }: MessageBody): string {
  const displays = placed(components, [])
    .filter(({ component }) => component.type === KIND.textDisplay)
    .map(({ component }) => String(component.content));
  return [content ?? '', ...displays].join('\n');
}

function mediaAmong(attachments: readonly APIAttachment[]): MediaLookup {
  return (url) => {
    const name = attachmentName(url);
    const attachment = attachments.find(({ filename }) => filename === name);
    const found = attachment?.url ?? url;
    return {
      url: found,
      proxy_url: found,
      width: null,
      height: null,
      ...(attachment ? { content_type: attachment.content_type, attachment_id: attachment.id } : {}),
    };
  };
}

function settledEmbed(embed: APIEmbed, media: MediaLookup): APIEmbed {
  const at = (item: { readonly url: string }) => ({ ...item, url: String(media(item.url).url) });
  return {
    type: 'rich' as APIEmbed['type'] & string,
    ...embed,
    ...(embed.image ? { image: at(embed.image) } : {}),
    ...(embed.thumbnail ? { thumbnail: at(embed.thumbnail) } : {}),
  } as APIEmbed;
}

/** The message without what only the local Discord knows. */
export function apiMessage({ pings: _pings, onlyFor: _onlyFor, ...message }: SeenMessage): APIMessage {
  return message;
}

/** Whether a deferred answer is still awaited. */
export const isLoading = (message: APIMessage) => ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
