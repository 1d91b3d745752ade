import type { APIModalInteractionResponseCallbackComponent } from 'discord.js';
import { type Component, KIND, settled } from './components.ts';
import type { Interaction } from './interaction.ts';
import type { Dialog, DialogField } from './sight.ts';

const KINDS: Readonly<Record<number, DialogField['kind']>> = {
  [KIND.stringSelect]: 'select',
  [KIND.textInput]: 'text',
  [KIND.userSelect]: 'people',
  [KIND.roleSelect]: 'roles',
  [KIND.mentionableSelect]: 'mentionables',
  [KIND.channelSelect]: 'channels',
  [KIND.fileUpload]: 'files',
  [KIND.radioGroup]: 'radio',
  [KIND.checkboxGroup]: 'checkboxes',
  [KIND.checkbox]: 'checkbox',
};
const PARAGRAPH = 2;

/** The modal of a callback, as it opens on a person's screen. */
export function dialogOf(data: Component, interaction: Interaction, dialogId: string): Dialog {
  const components = settled(data.components as readonly Component[], (url) => ({ url }));
  return {
    dialogId,
    userId: interaction.user.userId,
    channelId: interaction.channel.channelId,
    ...(interaction.source ? { messageId: interaction.source.id } : {}),
    customId: String(data.custom_id),
    title: String(data.title),
    components: components as unknown as readonly APIModalInteractionResponseCallbackComponent[],
    fields: components.flatMap(fieldsOf),
  };
}

function fieldsOf(top: Component): readonly DialogField[] {
  if (top.type === KIND.actionRow) {
    return (top.components as readonly Component[]).map((input) => fieldOf(input, String(input.label), undefined));
  }
  if (top.type !== KIND.label) return [];
  return [fieldOf(top.component as Component, String(top.label), top.description)];
}

function fieldOf(input: Component, label: string, description: unknown): DialogField {
  const kind = KINDS[Number(input.type)] ?? 'text';
  return {
    label,
    customId: String(input.custom_id),
    kind: kind === 'text' && input.style === PARAGRAPH ? 'paragraph' : kind,
    required: kind !== 'checkbox' && input.required !== false,
    ...(typeof description === 'string' ? { description } : {}),
    ...(typeof input.value === 'string' ? { value: input.value } : {}),
    ...(typeof input.placeholder === 'string' ? { placeholder: input.placeholder } : {}),
    ...(Array.isArray(input.options) ? { options: input.options } : {}),
  };
}
