import type { APIMessage } from 'discord.js';

/** A button as a person sees it. */
export interface SeenButton {
  readonly label: string;
  readonly customId?: string;
  readonly url?: string;
  readonly disabled: boolean;
}

/** A select menu as a person sees it. */
export interface SeenMenu {
  readonly placeholder: string;
  readonly customId: string;
  readonly disabled: boolean;
  readonly options: readonly { readonly label: string; readonly value: string; readonly description?: string }[];
}

type Node = Readonly<Record<string, unknown>>;

/** All text a person reads in a message, top to bottom, a line for each piece: buttons as `[label]`, menus as `[placeholder ▾]`. */
export function textOf(message: Pick<APIMessage, 'content' | 'components' | 'embeds'>): string {
  const lines: string[] = [];
  if (message.content) lines.push(message.content);
  for (const { title, description, fields, footer } of message.embeds) {
    for (const text of [
      title,
      description,
      ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
      footer?.text,
    ])
      if (text) lines.push(text);
  }
  for (const node of nodesOf(message)) {
    const text = textOfNode(node);
    if (text) lines.push(text);
  }
  return lines.join('\n');
}

function textOfNode(node: Node): string | undefined {
  switch (node.type) {
    case 2:
      return `[${labelOf(node)}]`;
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return `[${String(node.placeholder ?? '')} ▾]`;
    case 10:
      return String(node.content);
    case 11:
      return typeof node.description === 'string' ? `(${node.description})` : undefined;
    case 12: {
      const items = node.items as readonly Node[];
      return items.map((item) => (typeof item.description === 'string' ? `(${item.description})` : '')).join('\n');
    }
    default:
      return undefined;
  }
}

/** The buttons, top to bottom. */
export function buttonsOf(message: Pick<APIMessage, 'components'>): readonly SeenButton[] {
  return nodesOf(message)
    .filter((node) => node.type === 2)
    .map((node) => ({
      label: labelOf(node),
      disabled: node.disabled === true,
      ...(typeof node.custom_id === 'string' ? { customId: node.custom_id } : {}),
      ...(typeof node.url === 'string' ? { url: node.url } : {}),
    }));
}

/** The select menus, top to bottom. */
export function menusOf(message: Pick<APIMessage, 'components'>): readonly SeenMenu[] {
  return nodesOf(message)
    .filter((node) => [3, 5, 6, 7, 8].includes(Number(node.type)))
    .map((node) => ({
      placeholder: String(node.placeholder ?? ''),
      customId: String(node.custom_id),
      disabled: node.disabled === true,
      options: (node.options ?? []) as SeenMenu['options'],
    }));
}

/** A button as it reads: its emoji, its label, or both. */
export function labelOf(node: Node): string {
  const emoji = (node.emoji as { name?: string } | undefined)?.name;
  return [emoji, node.label].filter(Boolean).join(' ');
}

/** Every component of a message, nested ones after their parent, in the order they are read. */
export function nodesOf(message: Pick<APIMessage, 'components'>): readonly Node[] {
  return (message.components ?? []).flatMap((component) => withChildren(component as unknown as Node));
}

function withChildren(node: Node): readonly Node[] {
  const children = (node.components ?? []) as readonly Node[];
  const accessory = node.accessory as Node | undefined;
  return [node, ...children.flatMap(withChildren), ...(accessory ? withChildren(accessory) : [])];
}
