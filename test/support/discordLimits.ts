/** What Discord would refuse of a message or dialog of ours. Sources: discord-api-docs, "Component Reference" and "Create Message". */

import { render, renderDialog } from '../../src/adapters/discord/render.ts';
import type { Card, Dialog } from '../../src/views/card.ts';

interface Sent {
  readonly type?: number;
  readonly components?: readonly Sent[];
  readonly component?: Sent;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly url?: string;
  readonly placeholder?: string;
  readonly description?: string;
  readonly options?: readonly { readonly label: string; readonly value: string; readonly description?: string }[];
}

const ROW = 1;
const BUTTON = 2;
const SELECT = 3;
const TEXT = 10;

/** Each fault in a few words; none when Discord would take the card. */
export function faultsOf(card: Card): readonly string[] {
  const all = everythingIn(render(card).components as readonly Sent[]);
  const ids = all.flatMap(({ custom_id: id }) => id ?? []);
  const text = all.reduce((sum, { content = '' }) => sum + content.length, 0);
  return [
    ...(all.length > 40 ? [`${all.length} components`] : []),
    ...(text > 4000 ? [`${text} characters of text`] : []),
    ...(new Set(ids).size < ids.length ? [`two alike among ${ids.join(' ')}`] : []),
    ...ids.filter((id) => id.length > 100).map((id) => `the custom id ${id}`),
    ...all.flatMap(componentFaults),
  ];
}

/** The same of a dialog. */
export function dialogFaultsOf(dialog: Dialog): readonly string[] {
  const { title, custom_id: id, components } = renderDialog(dialog);
  const all = everythingIn(components as unknown as readonly Sent[]);
  return [
    ...within('title', title, 1, 45),
    ...within('custom id', id, 1, 100),
    ...(components.length > 5 ? [`${components.length} components`] : []),
    ...all.flatMap(({ type, label = '', description = '', content = '' }) => [
      ...(type === 18 ? [...within('label', label, 1, 45), ...within('description', description, 0, 100)] : []),
      ...(type === TEXT ? within('text', content, 1, 4000) : []),
    ]),
  ];
}

/** All the text that a card shows, as it is sent. */
export function textOf(card: Card): string {
  return everythingIn(render(card).components as readonly Sent[])
    .flatMap(({ content }) => content ?? [])
    .join('\n');
}

/** A card's custom ids and links, by their kinds and in their order: all of it that is not text. */
export function skeletonOf(card: Card): unknown {
  return JSON.parse(
    JSON.stringify(render(card), (key, value) => (['content', 'label', 'description'].includes(key) ? '' : value)),
  );
}

function everythingIn(components: readonly Sent[]): readonly Sent[] {
  return components.flatMap((one) => [
    one,
    ...everythingIn(one.components ?? []),
    ...everythingIn(one.component ? [one.component] : []),
  ]);
}

function componentFaults({ type, components = [], content, label = '', url, placeholder = '', options = [] }: Sent) {
  switch (type) {
    case ROW:
      return components.length < 1 || components.length > 5 ? [`a row of ${components.length}`] : [];
    case BUTTON:
      return [...within('label', label, 1, 80), ...within('url', url ?? 'x', 1, 512)];
    case SELECT:
      return [
        ...within('placeholder', placeholder, 1, 150),
        ...(options.length < 1 || options.length > 25 ? [`${options.length} options`] : []),
        ...(new Set(options.map(({ value }) => value)).size < options.length ? ['two options of one value'] : []),
        ...options.flatMap((one) => [
          ...within('option label', one.label, 1, 100),
          ...within('option value', one.value, 1, 100),
          ...within('option description', one.description ?? 'x', 1, 100),
        ]),
      ];
    case TEXT:
      return within('text', content ?? '', 1, 4000);
    default:
      return [];
  }
}

function within(what: string, text: string, least: number, most: number): readonly string[] {
  return text.trim().length < least || text.length > most ? [`a ${what} of ${text.length} characters`] : [];
}
