/** What the page draws, as plain JSON: the nouns of the talk between the page and its server. */

/** Everything one person's screen starts from. */
export interface Scene {
  /** The person whose screen this is. */
  readonly you: string;
  readonly bot: { readonly personId: string; readonly name: string };
  readonly people: readonly ShownPerson[];
  /** Those this person can see: the servers' channels in their order, direct messages last. */
  readonly channels: readonly ShownChannel[];
  readonly roles: readonly ShownRole[];
  readonly commands: readonly ShownCommand[];
  /** By channel, oldest first. */
  readonly messages: Readonly<Record<string, readonly ShownMessage[]>>;
  /** Those open on this person's screen. */
  readonly dialogs: readonly ShownDialog[];
  /** The latest message this person has seen, by channel. */
  readonly read: Readonly<Record<string, string>>;
  /** The playground's time, in Unix milliseconds. */
  readonly now: number;
  readonly botState: BotState;
}

export interface ShownPerson {
  readonly personId: string;
  readonly name: string;
  readonly standing: 'manager' | 'member';
}

export interface ShownChannel {
  readonly channelId: string;
  readonly name: string;
  /** Missing for direct messages with the bot. */
  readonly server?: string;
  /** A thread of the channel before it. */
  readonly thread?: boolean;
}

export interface ShownRole {
  readonly roleId: string;
  readonly name: string;
  /** As in CSS, `#3498db`; missing for a role without one. */
  readonly colour?: string;
}

export interface BotState {
  readonly phase: 'starting' | 'running' | 'stopping' | 'failed';
  /** Whether its gateway session is ready. */
  readonly connected: boolean;
  /** Why it failed. */
  readonly fault?: string;
}

export interface ShownCommand {
  /** As typed: `/schedule add`. */
  readonly name: string;
  readonly description: string;
  readonly options: readonly ShownOption[];
  /** Why this person's client hides it, by channel. Where it is offered, there is no entry. */
  readonly hiddenIn: Readonly<Record<string, string>>;
}

export type OptionKind =
  | 'text'
  | 'whole'
  | 'number'
  | 'boolean'
  | 'person'
  | 'channel'
  | 'role'
  | 'mentionable'
  | 'file';

export interface ShownOption {
  readonly name: string;
  readonly description: string;
  readonly kind: OptionKind;
  readonly required: boolean;
  readonly choices?: readonly ShownChoice[];
  /** Whether the bot suggests values while one types. */
  readonly suggests: boolean;
  /** Least and greatest value of a number, or length of a text. */
  readonly min?: number;
  readonly max?: number;
}

export interface ShownChoice {
  readonly name: string;
  readonly value: string | number;
}

export interface ShownMessage {
  readonly messageId: string;
  readonly channelId: string;
  readonly at: number;
  readonly edited: boolean;
  readonly from: { readonly personId: string; readonly name: string };
  /** The command or press that it answers. */
  readonly answers?: { readonly personId: string; readonly name: string; readonly command?: string };
  readonly onlyYou: boolean;
  readonly thinking: boolean;
  readonly pingsYou: boolean;
  readonly content: string;
  readonly embeds: readonly ShownEmbed[];
  readonly pieces: readonly Piece[];
  readonly files: readonly Picture[];
}

/** One component of a message. */
export type Piece =
  | { readonly kind: 'text'; readonly content: string }
  | {
      readonly kind: 'container';
      readonly colour?: string;
      readonly spoiler: boolean;
      readonly pieces: readonly Piece[];
    }
  | { readonly kind: 'section'; readonly pieces: readonly Piece[]; readonly beside?: Piece }
  | { readonly kind: 'separator'; readonly line: boolean; readonly wide: boolean }
  | { readonly kind: 'row'; readonly pieces: readonly Piece[] }
  | ShownButton
  | ShownMenu
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'gallery'; readonly pictures: readonly Picture[] }
  | { readonly kind: 'unknown'; readonly type: number };

export interface ShownButton {
  readonly kind: 'button';
  readonly label: string;
  readonly look: 'primary' | 'secondary' | 'success' | 'danger' | 'link';
  readonly disabled: boolean;
  readonly customId?: string;
  readonly url?: string;
}

export interface ShownMenu {
  readonly kind: 'menu';
  readonly customId: string;
  readonly of: 'options' | 'people' | 'roles' | 'mentionables' | 'channels';
  readonly placeholder: string;
  readonly disabled: boolean;
  readonly min: number;
  readonly max: number;
  readonly options: readonly ShownMenuOption[];
}

export interface ShownMenuOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly chosen: boolean;
}

/** A picture or a file. Only what the playground itself holds has an address; the page loads nothing from elsewhere. */
export interface Picture {
  readonly name: string;
  readonly alt: string;
  readonly image: boolean;
  readonly spoiler: boolean;
  readonly address?: string;
}

export interface ShownEmbed {
  readonly colour?: string;
  readonly author?: string;
  readonly title?: string;
  readonly url?: string;
  readonly description?: string;
  readonly fields: readonly { readonly name: string; readonly value: string; readonly inline: boolean }[];
  readonly footer?: string;
  readonly picture?: Picture;
}

export interface ShownDialog {
  readonly dialogId: string;
  readonly title: string;
  readonly parts: readonly DialogPart[];
}

export type DialogPart =
  | { readonly kind: 'words'; readonly content: string }
  | { readonly kind: 'field'; readonly field: ShownField };

export interface ShownField {
  readonly customId: string;
  readonly label: string;
  readonly description?: string;
  readonly control:
    | 'text'
    | 'paragraph'
    | 'select'
    | 'people'
    | 'roles'
    | 'mentionables'
    | 'channels'
    | 'files'
    | 'radio'
    | 'checkboxes'
    | 'checkbox';
  readonly required: boolean;
  readonly value: string;
  readonly placeholder: string;
  /** Least and greatest length of a text, or number of choices. */
  readonly min?: number;
  readonly max?: number;
  readonly options: readonly ShownMenuOption[];
}

/** One line of the inspector; its body is asked for by number. */
export interface WireLine {
  readonly number: number;
  readonly at: number;
  /** Seen from the bot. */
  readonly direction: 'in' | 'out';
  /** `POST`, or `Gateway`. */
  readonly via: string;
  /** A path, or an event's name. */
  readonly what: string;
  readonly status?: number;
  readonly tookMs?: number;
}
