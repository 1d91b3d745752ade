import { type APIMessage, type APIMessageInteractionMetadata, InteractionType } from 'discord.js';
import type { Bell } from './bell.ts';
import type { Component } from './components.ts';
import { apiUser } from './payloads.ts';
import type { Choice, Dialog, SeenMessage } from './sight.ts';
import type { Channel, User } from './world.ts';

export type Acknowledgement =
  | { readonly kind: 'message' | 'updated' | 'thinking' | 'quiet' }
  | { readonly kind: 'dialog'; readonly dialog: Dialog }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] };

/** One use of the bot by a person, from its dispatch until its token runs out. */
export interface Interaction {
  readonly interactionId: string;
  readonly token: string;
  readonly type:
    | InteractionType.ApplicationCommand
    | InteractionType.ApplicationCommandAutocomplete
    | InteractionType.MessageComponent
    | InteractionType.ModalSubmit;
  readonly user: User;
  readonly channel: Channel;
  readonly data: Component;
  readonly commandName?: string;
  readonly completes?: number;
  readonly source?: SeenMessage;
  readonly opener?: Interaction;
  /** Unix milliseconds, by the world's clock. */
  readonly issuedAt: number;
  /** Milliseconds of real time, as `performance.now` counts them. */
  readonly dispatchedAt: number;
  /** Rings when it is acknowledged or expires, and at each follow-up. */
  readonly bell: Bell;
  state:
    | { readonly phase: 'waiting' }
    | { readonly phase: 'acknowledged'; readonly by: Acknowledgement; readonly latencyMs: number }
    | { readonly phase: 'expired' };
  /** The message `@original` stands for. */
  originalId: string | undefined;
  /** How often `@original` was edited through the token. */
  originalEdits: number;
  followUpIds: readonly string[];
  deadline?: NodeJS.Timeout;
}

/** Notes that the bot has acknowledged. */
export function acknowledge(interaction: Interaction, by: Acknowledgement): void {
  clearTimeout(interaction.deadline);
  interaction.state = { phase: 'acknowledged', by, latencyMs: performance.now() - interaction.dispatchedAt };
  interaction.bell.ring();
}

/** Where a message came from, as it carries it: the metadata, and for commands the older form. */
export function originsOf(
  interaction: Interaction,
  owners: Readonly<Record<string, string>>,
  followUp: boolean,
): { readonly metadata: APIMessageInteractionMetadata; readonly legacy: APIMessage['interaction'] } {
  const { interactionId, type, user, commandName, source, opener, originalId } = interaction;
  const metadata = {
    id: interactionId,
    type,
    user: apiUser(user),
    authorizing_integration_owners: owners,
    ...(commandName ? { name: commandName, command_type: 1 } : {}),
    ...(followUp && originalId ? { original_response_message_id: originalId } : {}),
    ...(type === InteractionType.MessageComponent && source ? { interacted_message_id: source.id } : {}),
    ...(opener ? { triggering_interaction_metadata: originsOf(opener, owners, false).metadata } : {}),
  } as unknown as APIMessageInteractionMetadata;
  const legacy = commandName ? { id: interactionId, type, name: commandName, user: apiUser(user) } : undefined;
  return { metadata, legacy };
}
