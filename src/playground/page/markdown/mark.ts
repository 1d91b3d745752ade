/** A text of Discord's Markdown, read. All of it is text; nothing in it is HTML. */
export type Mark =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: Wrapping; readonly inside: readonly Mark[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly inside: readonly Mark[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'code-block'; readonly language: string; readonly text: string }
  | { readonly kind: 'list'; readonly first?: number; readonly items: readonly (readonly Mark[])[] }
  /** `url` is of http or https. */
  | { readonly kind: 'link'; readonly url: string; readonly inside: readonly Mark[] }
  /** `at` in Unix milliseconds. */
  | { readonly kind: 'time'; readonly at: number; readonly style: TimeStyle }
  | { readonly kind: 'person' | 'role' | 'channel'; readonly id: string }
  | { readonly kind: 'everyone' | 'here' }
  /** `name` without the slash: `schedule add`. */
  | { readonly kind: 'command'; readonly name: string };

export type Wrapping = 'strong' | 'em' | 'underline' | 'strike' | 'spoiler' | 'small' | 'quote';

/** Source: discord-api-docs `developers/reference.mdx`, "Timestamp Styles". */
export const TIME_STYLES = ['t', 'T', 'd', 'D', 'f', 'F', 's', 'S', 'R'] as const;
export type TimeStyle = (typeof TIME_STYLES)[number];
