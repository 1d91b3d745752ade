/** Cards and dialogs as Discord takes them. */

import {
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
  SeparatorSpacingSize,
  TextInputStyle,
} from 'discord.js';
import type { Block, Button, Card, Dialog, Tone } from '../../views/card.ts';
import type { Press } from '../../views/press.ts';
import { writePress } from '../../views/press.ts';

const ACCENTS: { readonly [T in Tone]: number } = {
  plain: 0x3b6ea5,
  right: 0x2e8b57,
  wrong: 0xb3412f,
  notice: 0xc28a00,
  trouble: 0x8a2be2,
};

/** A message of one container. It can ping nobody but `pings`, a role's id. */
export function render(card: Card, pings?: string) {
  const ids = uniqueIds();
  const container: APIContainerComponent = {
    type: ComponentType.Container,
    accent_color: ACCENTS[card.tone],
    components: card.blocks.map((block) => component(block, ids)),
  };
  return {
    components: [container],
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [], ...(pings ? { roles: [pings] } : {}) },
  } satisfies RESTPostAPIChannelMessageJSONBody;
}

export function renderDialog({ press, title, intro, field }: Dialog): APIModalInteractionResponseCallbackData {
  return {
    custom_id: writePress(press),
    title,
    components: [
      { type: ComponentType.TextDisplay, content: intro },
      {
        type: ComponentType.Label,
        label: field.label,
        description: field.hint,
        component: {
          type: ComponentType.TextInput,
          custom_id: 'text',
          style: TextInputStyle.Short,
          max_length: field.maxLength,
          required: true,
        },
      },
    ],
  };
}

type Ids = (press: Press) => string;

function component(block: Block, ids: Ids): APIComponentInContainer {
  switch (block.kind) {
    case 'text':
      return { type: ComponentType.TextDisplay, content: block.text };
    case 'rule':
      return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
    case 'picture':
      return {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: `attachment://${block.file}` }, description: block.alt }],
      };
    case 'file':
      return { type: ComponentType.File, file: { url: `attachment://${block.file}` } };
    case 'buttons':
      return { type: ComponentType.ActionRow, components: block.buttons.map((one) => button(one, ids)) };
    case 'menu':
      return {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.StringSelect,
            custom_id: ids(block.press),
            placeholder: block.placeholder,
            options: block.options.map(({ label, value, detail }) => ({
              label,
              value,
              ...(detail ? { description: detail } : {}),
            })),
          },
        ],
      };
  }
}

function button(one: Button, ids: Ids) {
  if ('url' in one) {
    return { type: ComponentType.Button, style: ButtonStyle.Link, label: one.label, url: one.url } as const;
  }
  return {
    type: ComponentType.Button,
    style: one.main ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label: one.label,
    custom_id: ids(one.press),
    disabled: one.off ?? false,
  } as const;
}

/** Two buttons of one message may mean the same; their ids may not be alike. */
function uniqueIds(): Ids {
  const seen = new Map<string, number>();
  return (press) => {
    const id = writePress(press);
    const copies = seen.get(id) ?? 0;
    seen.set(id, copies + 1);
    return writePress(press, copies);
  };
}
