import { type APIEmbed, MessageFlags, MessageType } from 'discord.js';
import { type Component, KIND } from './discord/components.ts';
import type { SeenMessage } from './discord/sight.ts';
import type { Picture, Piece, ShownButton, ShownEmbed, ShownMenu, ShownMenuOption, ShownMessage } from './shown.ts';

export interface Viewer {
  readonly personId: string;
  readonly roleIds: readonly string[];
  /** What the bot is called here. */
  readonly nameOf: (personId: string) => string;
  /** The page's address for a file that the local Discord holds; `undefined` for any other. */
  readonly addressOf: (url: string) => string | undefined;
  /** Whether its last edit was only the answer arriving. */
  readonly arrived: (message: SeenMessage) => boolean;
}

/** A message as this person's screen shows it. */
export function shownMessage(message: SeenMessage, viewer: Viewer): ShownMessage {
  const { interaction_metadata: metadata, interaction, pings } = message;
  const flags = message.flags ?? 0;
  return {
    messageId: message.id,
    channelId: message.channel_id,
    at: Date.parse(message.timestamp),
    edited: message.edited_timestamp !== null && !viewer.arrived(message),
    from: { personId: message.author.id, name: viewer.nameOf(message.author.id) },
    ...(metadata
      ? {
          answers: {
            personId: metadata.user.id,
            name: viewer.nameOf(metadata.user.id),
            ...(interaction ? { command: `/${interaction.name}` } : {}),
          },
        }
      : {}),
    onlyYou: message.onlyFor !== undefined,
    thinking: (flags & MessageFlags.Loading) !== 0,
    pingsYou:
      pings.everyone ||
      pings.userIds.includes(viewer.personId) ||
      pings.roleIds.some((role) => viewer.roleIds.includes(role)),
    content: message.type === MessageType.ThreadCreated ? threadLine(message) : message.content,
    embeds: message.embeds.map((embed) => shownEmbed(embed, viewer)),
    pieces: shownPieces(message.components as unknown as readonly Component[], viewer),
    files: shownFiles(message, viewer),
  };
}

function threadLine({ message_reference: reference }: SeenMessage): string {
  return `🧵 <#${reference?.channel_id}>`;
}

/** The attachments that no component already shows. */
function shownFiles(message: SeenMessage, viewer: Viewer): readonly Picture[] {
  if ((message.flags ?? 0) & MessageFlags.IsComponentsV2) return [];
  const inEmbeds = message.embeds.flatMap(({ image, thumbnail }) => [image?.url, thumbnail?.url]);
  return message.attachments
    .filter(({ url }) => !inEmbeds.includes(url))
    .map(({ url, filename, description, content_type }) =>
      pictureAt(url, viewer, { name: filename, alt: description ?? '', type: content_type ?? '' }),
    );
}

function pictureAt(
  url: string,
  { addressOf }: Viewer,
  about: { readonly name?: string; readonly alt?: string; readonly type?: string; readonly spoiler?: boolean } = {},
): Picture {
  const address = addressOf(url);
  const name = about.name ?? decodeURIComponent(url.split('/').at(-1) ?? url);
  return {
    name,
    alt: about.alt ?? '',
    image: about.type?.startsWith('image/') ?? /\.(png|jpe?g|gif|webp|avif)$/i.test(name),
    spoiler: about.spoiler ?? false,
    ...(address === undefined ? {} : { address }),
  };
}

function shownPieces(components: unknown, viewer: Viewer): readonly Piece[] {
  return Array.isArray(components) ? components.map((one: Component) => shownPiece(one, viewer)) : [];
}

function shownPiece(component: Component, viewer: Viewer): Piece {
  const { type } = component;
  switch (type) {
    case KIND.textDisplay:
      return { kind: 'text', content: String(component.content) };
    case KIND.container: {
      const colour = hexOf(component.accent_color);
      const pieces = shownPieces(component.components, viewer);
      return { kind: 'container', spoiler: component.spoiler === true, pieces, ...(colour ? { colour } : {}) };
    }
    case KIND.section: {
      const pieces = shownPieces(component.components, viewer);
      return component.accessory
        ? { kind: 'section', pieces, beside: shownPiece(component.accessory as Component, viewer) }
        : { kind: 'section', pieces };
    }
    case KIND.separator:
      return { kind: 'separator', line: component.divider !== false, wide: component.spacing === 2 };
    case KIND.actionRow:
      return { kind: 'row', pieces: shownPieces(component.components, viewer) };
    case KIND.button:
      return shownButton(component);
    case KIND.stringSelect:
    case KIND.userSelect:
    case KIND.roleSelect:
    case KIND.mentionableSelect:
    case KIND.channelSelect:
      return shownMenu(component);
    case KIND.thumbnail:
    case KIND.file:
      return { kind: 'picture', picture: mediaOf(component, viewer) };
    case KIND.mediaGallery:
      return {
        kind: 'gallery',
        pictures: (component.items as readonly Component[]).map((item) => mediaOf(item, viewer)),
      };
    default:
      return { kind: 'unknown', type: Number(type) };
  }
}

const LOOKS: Readonly<Record<number, ShownButton['look']>> = { 1: 'primary', 3: 'success', 4: 'danger', 5: 'link' };

function shownButton(button: Component): ShownButton {
  const emoji = (button.emoji as { readonly name?: string } | undefined)?.name;
  return {
    kind: 'button',
    label: [emoji, button.label].filter((part) => typeof part === 'string').join(' '),
    look: LOOKS[Number(button.style)] ?? 'secondary',
    disabled: button.disabled === true,
    ...(typeof button.custom_id === 'string' ? { customId: button.custom_id } : {}),
    ...(typeof button.url === 'string' ? { url: button.url } : {}),
  };
}

const OF: Readonly<Record<number, ShownMenu['of']>> = {
  [KIND.userSelect]: 'people',
  [KIND.roleSelect]: 'roles',
  [KIND.mentionableSelect]: 'mentionables',
  [KIND.channelSelect]: 'channels',
};

function shownMenu(menu: Component): ShownMenu {
  const { min_values: min = 1, max_values: max = 1 } = menu as { min_values?: number; max_values?: number };
  return {
    kind: 'menu',
    customId: String(menu.custom_id),
    of: OF[Number(menu.type)] ?? 'options',
    placeholder: typeof menu.placeholder === 'string' ? menu.placeholder : '',
    disabled: menu.disabled === true,
    min,
    max,
    options: shownOptions(menu.options),
  };
}

/** The options of a menu or of a dialog's field. */
export function shownOptions(options: unknown): readonly ShownMenuOption[] {
  if (!Array.isArray(options)) return [];
  return options.map((option: Component) => ({
    label: String(option.label),
    value: String(option.value),
    chosen: option.default === true,
    ...(typeof option.description === 'string' ? { description: option.description } : {}),
  }));
}

function mediaOf(component: Component, viewer: Viewer): Picture {
  const media = (component.media ?? component.file) as { readonly url: string; readonly content_type?: string };
  return pictureAt(media.url, viewer, {
    ...(typeof component.description === 'string' ? { alt: component.description } : {}),
    ...(typeof component.name === 'string' ? { name: component.name } : {}),
    ...(media.content_type ? { type: media.content_type } : {}),
    spoiler: component.spoiler === true,
  });
}

function shownEmbed(embed: APIEmbed, viewer: Viewer): ShownEmbed {
  const colour = hexOf(embed.color);
  const url = embed.image?.url ?? embed.thumbnail?.url;
  return {
    fields: (embed.fields ?? []).map(({ name, value, inline = false }) => ({ name, value, inline })),
    ...(colour ? { colour } : {}),
    ...(embed.author ? { author: embed.author.name } : {}),
    ...(embed.title ? { title: embed.title } : {}),
    ...(embed.url ? { url: embed.url } : {}),
    ...(embed.description ? { description: embed.description } : {}),
    ...(embed.footer ? { footer: embed.footer.text } : {}),
    ...(url ? { picture: pictureAt(url, viewer) } : {}),
  };
}

/** A colour as CSS writes it. */
export function hexOf(colour: unknown): string | undefined {
  return typeof colour === 'number' ? `#${colour.toString(16).padStart(6, '0')}` : undefined;
}
