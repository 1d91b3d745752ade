import { randomBytes } from 'node:crypto';
import { type APIMessage, InteractionType, MessageType } from 'discord.js';
import { openBell } from './bell.ts';
import type { Component } from './components.ts';
import { type Interaction, originsOf } from './interaction.ts';
import { apiMessage } from './messages.ts';
import { apiGuild, apiInteractionMember, apiResolvedChannel, apiUser } from './payloads.ts';
import type { SeenMessage } from './sight.ts';
import type { Channel, User } from './world.ts';
import type { WorldState } from './worldState.ts';

/** Source: discord-api-docs `developers/interactions/receiving-and-responding.mdx`, "Interaction Callback". */
export const ACKNOWLEDGE_WITHIN_MS = 3000;
/** Source: the same section. By the world's clock. */
export const TOKEN_MS = 15 * 60_000;
/** Bytes. Source: discord-api-docs `developers/reference.mdx`, "Uploading Files". */
const ATTACHMENT_SIZE = 10 * 1024 * 1024;

/** What a person did. */
export interface Deed {
  readonly type: Interaction['type'];
  readonly user: User;
  readonly channel: Channel;
  readonly data: Component;
  /** `schedule add`, for commands. */
  readonly commandName?: string;
  /** The type of the option being completed. */
  readonly completes?: number;
  /** The message whose component was used, or whose component opened the dialog. */
  readonly source?: SeenMessage;
  /** What opened the dialog. */
  readonly opener?: Interaction;
}

export interface Interactions {
  /** Sends an interaction to the bot. */
  begin(deed: Deed): Interaction;
  byToken(token: string): Interaction | undefined;
  /** Whether the token's 15 minutes have passed. */
  isOld(interaction: Interaction): boolean;
}

export interface InteractionsContext {
  readonly world: WorldState;
  readonly applicationId: string;
  readonly mint: () => string;
  readonly clock: () => number;
  /** Returns whether any session will hear of it. */
  readonly dispatch: (payload: unknown, guildId: string | undefined) => boolean;
}

export function openInteractions({ world, applicationId, mint, clock, dispatch }: InteractionsContext): Interactions {
  const byToken = new Map<string, Interaction>();

  function forgetOld(): void {
    for (const [token, one] of byToken) {
      if (clock() - one.issuedAt <= 2 * TOKEN_MS) return; // In order of issue: the rest is younger.
      byToken.delete(token);
    }
  }

  return {
    byToken: (token) => byToken.get(token),
    isOld: ({ issuedAt }) => clock() - issuedAt > TOKEN_MS,
    begin(deed) {
      forgetOld();
      const interaction: Interaction = {
        ...deed,
        interactionId: mint(),
        token: randomBytes(48).toString('base64url'),
        issuedAt: clock(),
        dispatchedAt: performance.now(),
        bell: openBell(),
        state: { phase: 'waiting' },
        originalId: undefined,
        originalEdits: 0,
        followUpIds: [],
      };
      byToken.set(interaction.token, interaction);
      const heard = dispatch(payloadOf(interaction, world, applicationId), deed.channel.guildId);
      const expire = () => {
        if (interaction.state.phase !== 'waiting') return;
        interaction.state = { phase: 'expired' };
        interaction.bell.ring();
      };
      if (heard) interaction.deadline = setTimeout(expire, ACKNOWLEDGE_WITHIN_MS);
      else expire();
      return interaction;
    },
  };
}

/** Source: the same document, "Interaction Structure". */
function payloadOf(interaction: Interaction, world: WorldState, applicationId: string): Component {
  const { user, channel, source } = interaction;
  const guild = world.guild(channel.guildId ?? '');
  const member = guild?.members.find(({ userId }) => userId === user.userId);
  const place =
    guild && member
      ? {
          guild_id: guild.guildId,
          guild: { id: guild.guildId, locale: guild.locale, features: apiGuild(guild).features },
          guild_locale: guild.locale,
          member: apiInteractionMember(guild, channel, member, user),
        }
      : { user: apiUser(user) };
  return {
    id: interaction.interactionId,
    application_id: applicationId,
    type: interaction.type,
    data: interaction.data,
    token: interaction.token,
    version: 1,
    channel_id: channel.channelId,
    channel: { ...apiResolvedChannel(channel, world, user.userId), ...(guild ? { guild_id: guild.guildId } : {}) },
    ...place,
    app_permissions: String(world.permissions(channel, world.bot.userId)),
    locale: user.locale,
    entitlements: [],
    authorizing_integration_owners: ownersOf(channel),
    context: channel.guildId ? 0 : 1,
    attachment_size_limit: ATTACHMENT_SIZE,
    ...(source ? { message: apiMessage(source) } : {}),
  };
}

/** Source: the same document, "Authorizing Integration Owners Object". The application is installed to guilds only. */
export function ownersOf(channel: Channel): Readonly<Record<string, string>> {
  return { 0: channel.guildId ?? '0' };
}

/** What ties an answer to its interaction. */
export function tiesOf(
  interaction: Interaction,
  applicationId: string,
  followUp: boolean,
): Partial<APIMessage> & { readonly type: MessageType } {
  const { originalId, source, channel } = interaction;
  const answered = followUp ? originalId : source?.id;
  const reply = answered
    ? {
        message_reference: {
          type: 0 as const,
          message_id: answered,
          channel_id: channel.channelId,
          ...(channel.guildId ? { guild_id: channel.guildId } : {}),
        },
      }
    : {};
  const { metadata, legacy } = originsOf(interaction, ownersOf(channel), followUp);
  return {
    type: reply.message_reference ? MessageType.Reply : typeFor(interaction),
    application_id: applicationId,
    webhook_id: applicationId,
    interaction_metadata: metadata,
    ...(legacy && !followUp ? { interaction: legacy } : {}),
    ...reply,
  };
}

const typeFor = ({ type }: Interaction) =>
  type === InteractionType.ApplicationCommand ? MessageType.ChatInputCommand : MessageType.Default;
