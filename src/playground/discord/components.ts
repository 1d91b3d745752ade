/** A component of a message or modal, as it came over the wire. */
export type Component = Readonly<Record<string, unknown>>;

/** A component and where it stands in the request. */
export interface Placed {
  readonly component: Component;
  readonly path: readonly (string | number)[];
}

/** Source: discord-api-docs `developers/components/reference.mdx`, "Component Types". */
export const KIND = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

const SELECTS: readonly unknown[] = [
  KIND.stringSelect,
  KIND.userSelect,
  KIND.roleSelect,
  KIND.mentionableSelect,
  KIND.channelSelect,
];

export const isSelect = ({ type }: Component) => SELECTS.includes(type);

/** Every component with its place, nested ones after their parent. */
export function placed(components: unknown, path: readonly (string | number)[]): readonly Placed[] {
  if (!Array.isArray(components)) return [];
  return components.flatMap((component: Component, index) => within(component, [...path, index]));
}

function within(component: Component, path: readonly (string | number)[]): readonly Placed[] {
  const alone = (key: 'accessory' | 'component') =>
    component[key] ? within(component[key] as Component, [...path, key]) : [];
  return [
    { component, path },
    ...placed(component.components, [...path, 'components']),
    ...alone('accessory'),
    ...alone('component'),
  ];
}

/** How an uploaded file's or a link's media is described once Discord has taken it in. */
export type MediaLookup = (url: string) => Component;

/**
 * The components as Discord gives them back: numbered, and with their media found.
 *
 * Numbers left out are given in order, passing over those in use.
 * Source: discord-api-docs `developers/components/reference.mdx`, "Anatomy of a Component".
 */
export function settled(components: readonly Component[], media: MediaLookup): readonly Component[] {
  const taken = new Set(placed(components, []).map(({ component }) => component.id));
  let next = 0;
  const number = () => {
    do next += 1;
    while (taken.has(next));
    return next;
  };
  const settle = (component: Component): Component => ({
    ...component,
    id: component.id || number(),
    ...(Array.isArray(component.components) ? { components: component.components.map(settle) } : {}),
    ...(component.accessory ? { accessory: settle(component.accessory as Component) } : {}),
    ...(component.component ? { component: settle(component.component as Component) } : {}),
    ...(component.media ? { media: found(component.media) } : {}),
    ...(component.file ? { file: found(component.file) } : {}),
    ...(Array.isArray(component.items)
      ? { items: component.items.map((item: Component) => ({ ...item, media: found(item.media) })) }
      : {}),
  });
  const found = (item: unknown) => media(String((item as Component).url));
  return components.map(settle);
}
