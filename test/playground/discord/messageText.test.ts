import { ButtonStyle, ComponentType } from 'discord.js';
import { expect, test } from 'vitest';
import { buttonsOf, menusOf, textOf } from '../../../src/playground/discord/messageText.ts';

const button = (id: number, more: object) => ({
  type: ComponentType.Button as const,
  id,
  style: ButtonStyle.Primary as const,
  custom_id: `b${id}`,
  ...more,
});

test('a message reads top to bottom: words, then pictures, buttons and menus as they stand', () => {
  const message = {
    content: 'Hello',
    embeds: [
      { title: 'Title', description: 'Text', fields: [{ name: 'Name', value: 'Value' }], footer: { text: 'Foot' } },
    ],
    components: [
      {
        type: ComponentType.ActionRow as const,
        id: 1,
        components: [button(2, { label: 'Yes' }), button(3, { emoji: { name: '🔔' }, disabled: true })],
      },
    ],
  };
  expect(textOf(message)).toBe('Hello\nTitle\nText\nName\nValue\nFoot\n[Yes]\n[🔔]');
  expect(buttonsOf(message)).toEqual([
    { label: 'Yes', customId: 'b2', disabled: false },
    { label: '🔔', customId: 'b3', disabled: true },
  ]);
  expect(menusOf(message)).toEqual([]);
});
