import type { APIEmbed } from 'discord.js';
import type { $ZodType } from 'zod/v4/core';
import { emptyMessage, invalidForm } from './apiError.ts';
import type { Component } from './components.ts';
import { formFaults } from './formFaults.ts';
import type { AllowedMentions } from './mentions.ts';
import { asksForV2, messageFaults } from './messageRules.ts';
import type { SeenMessage } from './sight.ts';
import type { Upload } from './uploads.ts';

/** A message's body once it has been checked. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly Component[] | null;
  readonly flags?: number | null;
  readonly allowed_mentions?: AllowedMentions | null;
  readonly attachments?: readonly { readonly id: string; readonly filename?: string; readonly description?: string }[];
  readonly nonce?: string | number | null;
  readonly enforce_nonce?: boolean | null;
  readonly tts?: boolean | null;
}

/** What a body is checked against. */
export interface BodyCheck {
  readonly schema: $ZodType;
  /** The message it changes, if it changes one. */
  readonly present?: SeenMessage;
  readonly files: readonly Upload[];
  /** Where the body stands in the request, for the faults' paths: `['data']` in interaction callbacks. */
  readonly at?: readonly string[];
}

/** Switches that clients send, off, with every body; Discord passes over them where they mean nothing. */
const SWITCHES: readonly string[] = ['tts', 'enforce_nonce'];

/** A body without the switches that are off. */
export function told(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).filter(([field, value]) => value || !SWITCHES.includes(field)));
}

/**
 * A body that Discord would take.
 * @throws ApiError 50035 with all faults, or 50006 when nothing would be left to show
 */
export function checkedBody(raw: unknown, { schema, present, files, at = [] }: BodyCheck): MessageBody {
  const body = told(raw);
  const shape = formFaults(schema, body);
  if (shape.length > 0) throw invalidForm(shape.map((fault) => ({ ...fault, path: [...at, ...fault.path] })));

  const checked = (body ?? {}) as MessageBody;
  const v2 = asksForV2(checked.flags) || asksForV2(present?.flags);
  const stay = present?.attachments.filter(
    ({ id }) => !checked.attachments || checked.attachments.some((a) => a.id === id),
  );
  const filenames = [...files, ...(stay ?? [])].map(({ filename }) => filename);
  const faults = messageFaults(checked as Component, { v2, filenames });
  if (faults.length > 0) throw invalidForm(faults.map((fault) => ({ ...fault, path: [...at, ...fault.path] })));
  if (v2 && present && !asksForV2(present.flags)) refuseLeftovers(checked, present, at);

  const shows = (field: 'content' | 'embeds' | 'components') => {
    const value =
      checked[field] === undefined ? (v2 && field !== 'components' ? null : present?.[field]) : checked[field];
    return Boolean(value && value.length > 0);
  };
  if (!shows('content') && !shows('embeds') && !shows('components') && filenames.length === 0 && !('poll' in checked)) {
    throw emptyMessage();
  }
  return checked;
}

/** A message turned to components v2 must give up its content and embeds in the same edit. */
function refuseLeftovers(body: MessageBody, present: SeenMessage, at: readonly string[]): void {
  const left = (['content', 'embeds'] as const).filter(
    (field) => body[field] === undefined && present[field].length > 0,
  );
  if (left.length === 0) return;
  const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
  throw invalidForm(
    left.map((field) => ({
      path: [...at, field],
      code,
      message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    })),
  );
}
