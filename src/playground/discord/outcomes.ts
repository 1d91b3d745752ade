import { InteractionType } from 'discord.js';
import type { Bell } from './bell.ts';
import type { Interaction } from './interaction.ts';
import { isLoading, type Messages } from './messages.ts';
import type { Acknowledged, Completion, Outcome, SeenMessage } from './sight.ts';

export interface Outcomes {
  /** Resolves when the bot has acknowledged, or its three seconds are over. */
  of(interaction: Interaction): Promise<Outcome>;
  completionOf(interaction: Interaction): Promise<Completion>;
}

/** @param stirred rings after every change to a message */
export function openOutcomes(messages: Messages, stirred: Bell): Outcomes {
  const decided = (interaction: Interaction) =>
    interaction.bell.until(() => (interaction.state.phase === 'waiting' ? undefined : interaction.state));

  /** A box, as `undefined` means “not yet” to a bell. */
  async function finalOf(interaction: Interaction): Promise<SeenMessage | undefined> {
    const { state } = interaction;
    const kind = state.phase === 'acknowledged' ? state.by.kind : undefined;
    const { message } = await stirred.until(() => {
      const present = messages.get(interaction.originalId ?? '');
      const pending =
        kind === 'thinking' ? present && isLoading(present) : kind === 'quiet' && interaction.originalEdits === 0;
      return present && pending ? undefined : { message: present };
    });
    return message;
  }

  return {
    async of(interaction) {
      const state = await decided(interaction);
      if (state.phase !== 'acknowledged')
        return { kind: 'failed', failure: 'no-answer', notice: noticeFor(interaction) };
      const { by, latencyMs } = state;
      const common: Acknowledged = {
        interactionId: interaction.interactionId,
        latencyMs,
        final: () => finalOf(interaction),
        followUp: (nth = 1) => interaction.bell.until(() => messages.get(interaction.followUpIds[nth - 1] ?? '')),
      };
      if (by.kind === 'dialog') return { ...common, kind: 'dialog', dialog: by.dialog };
      const message = messages.get(interaction.originalId ?? '');
      if (by.kind === 'quiet' || by.kind === 'choices' || !message) return { ...common, kind: 'quiet' };
      return { ...common, kind: by.kind, message };
    },

    async completionOf(interaction) {
      const state = await decided(interaction);
      if (state.phase === 'acknowledged' && state.by.kind === 'choices') {
        return { kind: 'choices', choices: state.by.choices, latencyMs: state.latencyMs };
      }
      return { kind: 'failed', failure: 'no-answer', notice: 'Loading options failed' };
    },
  };
}

/** What the client shows when the bot stays silent. */
function noticeFor({ type }: Interaction): string {
  switch (type) {
    case InteractionType.ApplicationCommand:
      return 'The application did not respond';
    case InteractionType.ModalSubmit:
      return 'Something went wrong. Try again.';
    default:
      return 'This interaction failed';
  }
}
