import type { APIApplicationCommand } from 'discord.js';
import type { Completion, Dialog, Outcome, SeenMessage } from './sight.ts';

/**
 * What a person puts into an option: text, a number or a switch; for people, roles and channels,
 * their id or name (`Ana`, `@Delegates`, `#general`); for a fixed choice, its label or its value.
 */
export type OptionValue = string | number | boolean;
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** Where and how something is done. */
export interface Manner {
  /** A channel's id or name (`#general`), or `dm` for direct messages. The first channel of the first guild if left out. */
  readonly channel?: string;
  /** Send it even where the client would not offer it or would refuse what was filled in. */
  readonly force?: boolean;
}

/** A slash command as this person's client shows it, or hides it. */
export interface Offer {
  /** As typed: `/summary`, `/schedule add`. */
  readonly name: string;
  readonly description: string;
  readonly command: APIApplicationCommand;
  /** Present when the client hides it here: why. */
  readonly hidden?: string;
}

/** A person at a Discord client: does what people do, and gets back what they see. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  /** The slash commands here, the hidden ones with their reason. */
  commands(channel?: string): readonly Offer[];
  /** Sends a slash command, such as `/schedule add`. */
  type(command: string, options?: OptionValues, manner?: Manner): Promise<Outcome>;
  /** What is suggested for one option after typing `typed` into it. */
  complete(command: string, option: string, typed: string, others?: OptionValues, manner?: Manner): Promise<Completion>;
  /** Presses a button, by its label, emoji or custom id. */
  press(message: SeenMessage, button: string, manner?: Manner): Promise<Outcome>;
  /** Chooses in a select menu, by its placeholder or custom id, the options with these labels or values. */
  choose(message: SeenMessage, menu: string, labels: readonly string[], manner?: Manner): Promise<Outcome>;
  /** Fills in and sends a dialog, by the fields' labels or custom ids. */
  submit(dialog: Dialog, fields: Readonly<Record<string, FieldValue>>, manner?: Manner): Promise<Outcome>;
  /** What this person sees in a channel, oldest first. */
  messages(channel?: string): readonly SeenMessage[];
  /** Puts away an ephemeral message, as “Dismiss message” does. */
  dismiss(message: SeenMessage): void;
}

export type FieldValue = string | boolean | readonly string[];
