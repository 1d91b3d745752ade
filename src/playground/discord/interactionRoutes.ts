import { InteractionType, MessageFlags } from 'discord.js';
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import * as z from 'zod/mini';
import type { $ZodType } from 'zod/v4/core';
import {
  alreadyAcknowledged,
  invalidForm,
  invalidWebhookToken,
  unknownChannel,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from './apiError.ts';
import { choicesIn } from './autocompleteRules.ts';
import type { Component } from './components.ts';
import { dialogOf } from './dialogs.ts';
import { formFaults } from './formFaults.ts';
import { type Acknowledgement, acknowledge, type Interaction } from './interaction.ts';
import { type Interactions, tiesOf } from './interactions.ts';
import { BY_DEFAULT } from './mentions.ts';
import { checkedBody, type MessageBody, told } from './messageBody.ts';
import { apiMessage, isLoading, type Messages } from './messages.ts';
import { modalFaults } from './modalRules.ts';
import { LIMIT } from './rateLimits.ts';
import type { Answer, Asked, Route } from './route.ts';
import type { Dialog, SeenMessage } from './sight.ts';
import type { WorldState } from './worldState.ts';

/** Source: discord-api-docs `developers/interactions/receiving-and-responding.mdx`, "Interaction Callback Type". */
const CALLBACK = { message: 4, deferred: 5, deferredUpdate: 6, update: 7, choices: 8, modal: 9 } as const;

export interface InteractionRoutesContext {
  readonly world: WorldState;
  readonly applicationId: string;
  readonly mint: () => string;
  readonly messages: Messages;
  readonly interactions: Interactions;
  readonly opened: (dialog: Dialog, by: Interaction) => void;
}

/** Answering interactions: the callback, the original answer and what follows it. */
export function interactionRoutes(context: InteractionRoutesContext): readonly Route[] {
  const { world, applicationId, mint, messages, interactions, opened } = context;

  function callback({ part, query, body, files }: Asked): Answer {
    const interaction = interactions.byToken(part('token'));
    if (!interaction || interaction.interactionId !== part('interaction')) throw unknownInteraction();
    if (interaction.state.phase === 'acknowledged') throw alreadyAcknowledged();
    if (interaction.state.phase === 'expired' || interactions.isOld(interaction)) throw unknownInteraction();

    const { type, data } = (body ?? {}) as { readonly type?: unknown; readonly data?: Component };
    const allowed = allowedCallbacks(interaction);
    if (!allowed.includes(Number(type))) {
      const message = `Value must be one of (${allowed.join(', ')}).`;
      throw invalidForm([{ path: ['type'], code: 'BASE_TYPE_CHOICES', message }]);
    }
    const by = answerWith(interaction, Number(type), data ?? {}, body, files);
    acknowledge(interaction, by);
    if (by.kind === 'dialog') opened(by.dialog, interaction);
    if (query.get('with_response') !== 'true') return { status: 204 };
    return { status: 200, body: responseOf(interaction, Number(type)) };
  }

  function answerWith(
    interaction: Interaction,
    type: number,
    data: Component,
    body: unknown,
    files: Asked['files'],
  ): Acknowledgement {
    const { user, source } = interaction;
    const onlyFor = Number(data.flags ?? 0) & MessageFlags.Ephemeral ? user.userId : undefined;
    switch (type) {
      case CALLBACK.message: {
        refuseForm(CreateMessageInteractionCallbackRequestSchema, toldCallback(body));
        const checked = checkedBody(data, { schema: CHECKED_WHOLE, files, at: ['data'] });
        interaction.originalId = say(interaction, checked, files, { onlyFor }).id;
        return { kind: 'message' };
      }
      case CALLBACK.deferred:
        refuseForm(CreateMessageInteractionCallbackRequestSchema, toldCallback(body));
        interaction.originalId = say(interaction, {}, [], { onlyFor, loading: true }).id;
        return { kind: 'thinking' };
      case CALLBACK.deferredUpdate:
        interaction.originalId = source?.id;
        return { kind: 'quiet' };
      case CALLBACK.update: {
        const present = messages.get(source?.id ?? '');
        if (!present) throw unknownMessage();
        refuseForm(UpdateMessageInteractionCallbackRequestSchema, toldCallback(body));
        change(interaction, present, checkedBody(data, { schema: CHECKED_WHOLE, present, files, at: ['data'] }), files);
        interaction.originalId = present.id;
        return { kind: 'updated' };
      }
      case CALLBACK.choices:
        refuseForm(ApplicationCommandAutocompleteCallbackRequestSchema, body);
        return { kind: 'choices', choices: choicesIn(data, interaction.completes) };
      default: {
        refuseForm(ModalInteractionCallbackRequestSchema, body);
        const faults = modalFaults(data);
        if (faults.length > 0) throw invalidForm(faults);
        return { kind: 'dialog', dialog: dialogOf(data, interaction, mint()) };
      }
    }
  }

  function say(
    interaction: Interaction,
    body: MessageBody,
    files: Asked['files'],
    how: { readonly onlyFor: string | undefined; readonly loading?: boolean; readonly followUp?: boolean },
  ): SeenMessage {
    const { type, ...ties } = tiesOf(interaction, applicationId, how.followUp ?? false);
    const channel = world.channel(interaction.channel.channelId);
    if (!channel) throw unknownChannel();
    return messages.create({
      channel,
      type,
      body,
      files,
      byDefault: BY_DEFAULT.interaction,
      ties,
      onlyFor: how.onlyFor,
      loading: how.loading ?? false,
    });
  }

  function change(interaction: Interaction, message: SeenMessage, body: MessageBody, files: Asked['files']) {
    if (message.id === interaction.originalId) interaction.originalEdits += 1; // First: the edit wakes who waits for it.
    return messages.edit(message, interaction.channel, { body, files, byDefault: BY_DEFAULT.interaction });
  }

  function responseOf(interaction: Interaction, type: number): Component {
    const message = messages.get(interaction.originalId ?? '');
    const flags = message?.flags ?? 0;
    return {
      interaction: {
        id: interaction.interactionId,
        type: interaction.type,
        ...(message
          ? {
              response_message_id: message.id,
              response_message_loading: isLoading(message),
              response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
            }
          : {}),
      },
      resource: {
        type,
        ...(message && type !== CALLBACK.deferredUpdate ? { message: apiMessage(message) } : {}),
      },
    };
  }

  /** The interaction whose webhook is used. */
  function webhook({ part }: Asked): Interaction {
    const interaction = interactions.byToken(part('token'));
    if (part('application') !== applicationId || !interaction) throw unknownWebhook();
    if (interaction.state.phase !== 'acknowledged') throw unknownWebhook();
    if (interactions.isOld(interaction)) throw invalidWebhookToken();
    return interaction;
  }

  function named(asked: Asked, interaction: Interaction): SeenMessage {
    const name = asked.part('message');
    const id = name === '@original' ? interaction.originalId : name;
    const mine = id === interaction.originalId || interaction.followUpIds.includes(id ?? '');
    const message = mine ? messages.get(id ?? '') : undefined;
    if (!message) throw unknownMessage();
    return message;
  }

  function edit(asked: Asked): Answer {
    const interaction = webhook(asked);
    const present = named(asked, interaction);
    const { body, files } = asked;
    const checked = checkedBody(body, { schema: IncomingWebhookUpdateRequestPartialSchema, present, files });
    return { status: 200, body: apiMessage(change(interaction, present, checked, files)) };
  }

  function followUp(asked: Asked): Answer {
    const interaction = webhook(asked);
    const { body, files } = asked;
    const original = messages.get(interaction.originalId ?? '');
    const checked = checkedBody(body, { schema: IncomingWebhookRequestPartialSchema, files });
    if (original && isLoading(original)) {
      // The first follow-up of a deferred answer is that answer. Source: the same document, "Create Followup Message".
      return { status: 200, body: apiMessage(change(interaction, original, checked, files)) };
    }
    const onlyFor = Number(checked.flags ?? 0) & MessageFlags.Ephemeral ? interaction.user.userId : undefined;
    const message = say(interaction, checked, files, { onlyFor, followUp: true });
    interaction.followUpIds = [...interaction.followUpIds, message.id];
    interaction.bell.ring();
    return { status: 200, body: apiMessage(message) };
  }

  function remove(asked: Asked): Answer {
    const interaction = webhook(asked);
    messages.remove(named(asked, interaction).id);
    interaction.bell.ring();
    return { status: 204 };
  }

  const byToken = { byInteractionToken: true, limit: LIMIT.webhook, limitedBy: 'token' } as const;
  const one = '/webhooks/:application/:token/messages/:message';
  return [
    {
      method: 'POST',
      pattern: '/interactions/:interaction/:token/callback',
      byInteractionToken: true,
      handle: callback,
    },
    { ...byToken, method: 'POST', pattern: '/webhooks/:application/:token', handle: followUp },
    {
      ...byToken,
      method: 'GET',
      pattern: one,
      handle: (asked) => ({ status: 200, body: apiMessage(named(asked, webhook(asked))) }),
    },
    { ...byToken, method: 'PATCH', pattern: one, handle: edit },
    { ...byToken, method: 'DELETE', pattern: one, handle: remove },
  ];
}

/** The body within a callback: its schema has been applied to the callback as a whole. */
const CHECKED_WHOLE = z.unknown();

/** Source: the same document, "Interaction Callback Type", with its notes. */
function allowedCallbacks({ type, source }: Interaction): readonly number[] {
  const { message, deferred, deferredUpdate, update, choices, modal } = CALLBACK;
  switch (type) {
    case InteractionType.ApplicationCommand:
      return [message, deferred, modal];
    case InteractionType.MessageComponent:
      return [message, deferred, deferredUpdate, update, modal];
    case InteractionType.ApplicationCommandAutocomplete:
      return [choices];
    case InteractionType.ModalSubmit:
      return source ? [message, deferred, deferredUpdate, update] : [message, deferred];
  }
}

function refuseForm(schema: $ZodType, body: unknown): void {
  const faults = formFaults(schema, body);
  if (faults.length > 0) throw invalidForm(faults);
}

/** A callback whose message is without the switches that are off. */
function toldCallback(body: unknown): unknown {
  const callback = body as { readonly data?: unknown };
  return callback.data ? { ...callback, data: told(callback.data) } : body;
}
