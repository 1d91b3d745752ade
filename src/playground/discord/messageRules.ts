import { MessageFlags } from 'discord.js';
import type { FormFault } from './apiError.ts';
import { type Component, isSelect, KIND, type Placed, placed } from './components.ts';

/** Source: discord-api-docs `developers/resources/message.mdx`, "Create Message", `content`. */
const CONTENT = 2000;
/** Source: the same document, "Embed Limits". */
const EMBED_TEXT = 6000;
/** Source: discord-api-docs `developers/components/reference.mdx`, "What is a Component". */
const COMPONENTS = 40;
/** Source: the same document, "Legacy Message Component Behavior". */
const LEGACY_ROWS = 5;
/** Of all text displays together. Source: Discord's own refusal, `COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED`. */
const DISPLAYED_TEXT = 4000;

/** What a message's body may lean on. */
export interface MessageContext {
  /** Whether the message is, or will be, one of components v2. */
  readonly v2: boolean;
  /** The names of files sent along or already attached. */
  readonly filenames: readonly string[];
}

type Body = Readonly<Record<string, unknown>>;

/** The documented limits that the schema of a message does not state. The body has passed that schema. */
export function messageFaults(body: Body, context: MessageContext): readonly FormFault[] {
  const everything = placed(body.components, ['components']);
  return [
    ...legacyFaults(body, context),
    ...contentFaults(body),
    ...mentionFaults(body),
    ...layoutFaults(body, everything, context),
    ...duplicateFaults(everything),
    ...everything.flatMap(buttonFaults),
    ...everything.flatMap(rowFaults),
    ...everything.flatMap(selectFaults),
    ...everything.flatMap((one) => mediaFaults(one, context)),
  ];
}

/** Whether the flags ask for components v2. */
export const asksForV2 = (flags: unknown) => (Number(flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;

/** Source: discord-api-docs `developers/components/reference.mdx`, "What is a Component". */
function legacyFaults(body: Body, { v2 }: MessageContext): readonly FormFault[] {
  if (!v2) return [];
  const used = ['content', 'embeds', 'poll', 'sticker_ids'].filter((field) => {
    const value = body[field];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });
  return used.map((field) => ({
    path: [field],
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  }));
}

function contentFaults(body: Body): readonly FormFault[] {
  const faults: FormFault[] = [];
  if (String(body.content ?? '').length > CONTENT) {
    faults.push({ path: ['content'], code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${CONTENT} or fewer in length.` });
  }
  const embeds = (body.embeds ?? []) as readonly Component[];
  if (embeds.reduce((sum, embed) => sum + embedText(embed), 0) > EMBED_TEXT) {
    const message = `Embed size exceeds maximum size of ${EMBED_TEXT}`;
    faults.push({ path: ['embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message });
  }
  return faults;
}

function embedText(embed: Component): number {
  const { title, description, footer, author, fields = [] } = embed as Record<string, never>;
  const texts = [title, description, (footer as Component | undefined)?.text, (author as Component | undefined)?.name];
  const inFields = (fields as readonly Component[]).flatMap(({ name, value }) => [name, value]);
  return [...texts, ...inFields].reduce((sum: number, text) => sum + String(text ?? '').length, 0);
}

/** Source: discord-api-docs `developers/resources/message.mdx`, "Allowed Mentions Object". */
function mentionFaults(body: Body): readonly FormFault[] {
  const allowed = (body.allowed_mentions ?? {}) as { parse?: readonly string[]; users?: unknown[]; roles?: unknown[] };
  return (['users', 'roles'] as const)
    .filter((kind) => allowed.parse?.includes(kind) && allowed[kind]?.length)
    .map((kind) => ({
      path: ['allowed_mentions'],
      code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    }));
}

function layoutFaults(body: Body, everything: readonly Placed[], { v2 }: MessageContext): readonly FormFault[] {
  const top = (body.components ?? []) as readonly Component[];
  if (!v2) {
    const misplaced = top.flatMap(({ type }, index) =>
      type === KIND.actionRow
        ? []
        : [{ path: ['components', index], code: 'UNION_TYPE_CHOICES', message: LEGACY_TYPES }],
    );
    if (top.length <= LEGACY_ROWS) return misplaced;
    const message = `Must be ${LEGACY_ROWS} or fewer in length.`;
    return [...misplaced, { path: ['components'], code: 'BASE_TYPE_MAX_LENGTH', message }];
  }
  const faults: FormFault[] = [];
  if (everything.length > COMPONENTS) {
    const message = `The total number of components cannot exceed ${COMPONENTS}`;
    faults.push({ path: ['components'], code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message });
  }
  const text = everything
    .filter(({ component }) => component.type === KIND.textDisplay)
    .reduce((sum, { component }) => sum + String(component.content).length, 0);
  if (text > DISPLAYED_TEXT) {
    const message = `Components displayable text size exceeds maximum size of ${DISPLAYED_TEXT}`;
    faults.push({ path: ['components'], code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message });
  }
  return faults;
}

const LEGACY_TYPES = 'Value of field "type" must be one of (1).';

/** Custom ids, and ids, are one component's own. Source: the component reference, "Anatomy of a Component". */
export function duplicateFaults(everything: readonly Placed[]): readonly FormFault[] {
  const repeated = (field: 'custom_id' | 'id', code: string, message: string) => {
    const seen = new Set<unknown>();
    return everything.flatMap(({ component, path }) => {
      const value = component[field];
      if (!value) return [];
      if (seen.has(value)) return [{ path: [...path, field], code, message }];
      seen.add(value);
      return [];
    });
  };
  return [
    ...repeated('custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'),
    ...repeated('id', 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'),
  ];
}

const LINK = 5;
const PREMIUM = 6;

/** Source: the component reference, "Button", the rules under its structure. */
function buttonFaults({ component, path }: Placed): readonly FormFault[] {
  if (component.type !== KIND.button) return [];
  const { style, custom_id: customId, url, sku_id: skuId, label, emoji } = component;
  const fault = (field: string, code: string, message: string): FormFault => ({
    path: [...path, field],
    code,
    message,
  });
  const faults: FormFault[] = [];
  if (style === PREMIUM) {
    if (!skuId) faults.push(fault('sku_id', 'BUTTON_COMPONENT_SKU_ID_REQUIRED', 'A sku id is required'));
    if (customId || url || label || emoji) {
      faults.push(fault('style', 'BUTTON_COMPONENT_PREMIUM_FIELDS', 'A premium button has nothing but a sku id'));
    }
    return faults;
  }
  if (skuId) faults.push(fault('sku_id', 'BUTTON_COMPONENT_SKU_ID_FORBIDDEN', 'A sku id cannot be specified'));
  if (!label && !emoji) faults.push(fault('label', 'BASE_TYPE_REQUIRED', 'This field is required'));
  if (customId && url) {
    const message = 'A custom id and url cannot both be specified';
    faults.push(fault('url', 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', message));
  } else if (style === LINK) {
    if (!url) faults.push(fault('url', 'BUTTON_COMPONENT_URL_REQUIRED', 'A url is required'));
    if (customId) faults.push(fault('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_FORBIDDEN', 'A link has no custom id'));
  } else {
    if (!customId) faults.push(fault('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required'));
    if (url) faults.push(fault('url', 'BUTTON_COMPONENT_URL_FORBIDDEN', 'Only a link has a url'));
  }
  if (typeof url === 'string' && !/^(https?|discord):/.test(url)) faults.push(schemeFault([...path, 'url'], url));
  return faults;
}

/** A row holds buttons, or one select. Source: the component reference, "Action Row". */
function rowFaults({ component, path }: Placed): readonly FormFault[] {
  if (component.type !== KIND.actionRow) return [];
  const children = (component.components ?? []) as readonly Component[];
  if (children.length < 2 || !children.some(isSelect)) return [];
  return children.slice(1).map((_, index) => ({
    path: [...path, 'components', index + 1],
    code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    message: 'The specified component exceeds the maximum width',
  }));
}

/** Source: the component reference, "String Select" and its siblings. */
export function selectFaults({ component, path }: Placed): readonly FormFault[] {
  if (!isSelect(component)) return [];
  const { min_values: min = 1, max_values: max = 1, default_values: defaults } = component;
  const faults: FormFault[] = [];
  if (Number(min) > Number(max)) {
    const message = 'The minimum of values is greater than their maximum';
    faults.push({ path: [...path, 'min_values'], code: 'SELECT_COMPONENT_MIN_GREATER_THAN_MAX', message });
  }
  if (Array.isArray(defaults) && defaults.length > Number(max)) {
    const message = 'More values are set than may be chosen';
    faults.push({ path: [...path, 'default_values'], code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', message });
  }
  if (component.type !== KIND.stringSelect) return faults;

  const options = (component.options ?? []) as readonly Component[];
  options.forEach((option, index) => {
    if (options.findIndex(({ value }) => value === option.value) === index) return;
    const message = 'The specified option value is already used';
    const at = [...path, 'options', index, 'value'];
    faults.push({ path: at, code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message });
  });
  if (Number(max) > options.length) {
    const message = `int value should be less than or equal to ${options.length}.`;
    faults.push({ path: [...path, 'max_values'], code: 'NUMBER_TYPE_MAX', message });
  }
  if (options.filter((option) => option.default === true).length > Number(max)) {
    const message = 'More options are set than may be chosen';
    faults.push({ path: [...path, 'options'], code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', message });
  }
  return faults;
}

/** Source: the component reference, "Unfurled Media Item" and "File". */
function mediaFaults({ component, path }: Placed, { filenames }: MessageContext): readonly FormFault[] {
  const items = (Array.isArray(component.items) ? component.items : []) as readonly Component[];
  const urls: readonly (readonly [at: readonly (string | number)[], media: unknown])[] = [
    [[...path, 'media', 'url'], component.media],
    [[...path, 'file', 'url'], component.file],
    ...items.map((item, index) => [[...path, 'items', index, 'media', 'url'], item.media] as const),
  ];
  return urls.flatMap(([at, media]) => {
    if (!media) return [];
    const url = String((media as Component).url);
    const name = attachmentName(url);
    if (name !== undefined) {
      if (filenames.includes(name)) return [];
      const message = 'The referenced attachment was not found';
      return [{ path: at, code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND', message }];
    }
    return component.type === KIND.file || !/^https?:/.test(url) ? [schemeFault(at, url)] : [];
  });
}

/** The file an `attachment://` link names. */
export function attachmentName(url: string): string | undefined {
  return url.startsWith('attachment://') ? decodeURIComponent(url.slice('attachment://'.length)) : undefined;
}

function schemeFault(path: readonly (string | number)[], url: string): FormFault {
  const scheme = url.split(':')[0];
  return { path, code: 'URL_TYPE_INVALID_SCHEME', message: `Scheme "${scheme}" is not supported here.` };
}
