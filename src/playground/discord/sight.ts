import type { APIMessage, APIModalInteractionResponseCallbackComponent } from 'discord.js';

/** Whom a message notified when it was sent. */
export interface Pings {
  readonly everyone: boolean;
  readonly roleIds: readonly string[];
  readonly userIds: readonly string[];
}

/** A message as Discord's API gives it, with what only the local Discord knows. A snapshot: it does not change. */
export interface SeenMessage extends APIMessage {
  readonly pings: Pings;
  /** For an ephemeral message, the one person who sees it. */
  readonly onlyFor?: string;
}

/** A modal, open on one person's screen. */
export interface Dialog {
  /** Identifies this opening of the modal. */
  readonly dialogId: string;
  readonly userId: string;
  readonly channelId: string;
  /** The message whose component opened it, if one did. */
  readonly messageId?: string;
  readonly customId: string;
  readonly title: string;
  readonly components: readonly APIModalInteractionResponseCallbackComponent[];
  /** The fields a person fills in, in order, flattened. */
  readonly fields: readonly DialogField[];
}

export interface DialogField {
  readonly label: string;
  readonly description?: string;
  readonly customId: string;
  readonly kind:
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
  readonly value?: string;
  readonly placeholder?: string;
  readonly options?: readonly { readonly label: string; readonly value: string; readonly description?: string }[];
}

/** Why a person got nothing. */
export type Failure =
  /** The client does not offer this command, button or menu here. Nothing was sent. */
  | 'not-offered'
  /** The client will not send what was filled in. Nothing was sent. */
  | 'not-valid'
  /** The bot did not acknowledge within three seconds, or was not connected. */
  | 'no-answer';

/** What a person sees after doing something. `latencyMs` runs from the gateway's dispatch to the acknowledgement. */
export type Outcome =
  | (Acknowledged & { readonly kind: 'message'; readonly message: SeenMessage })
  | (Acknowledged & { readonly kind: 'updated'; readonly message: SeenMessage })
  | (Acknowledged & { readonly kind: 'dialog'; readonly dialog: Dialog })
  /** “Attaché is thinking…”. Await `final()` for the answer. */
  | (Acknowledged & { readonly kind: 'thinking'; readonly message: SeenMessage })
  /** A component was acknowledged and nothing changed yet. Await `final()` for the edit, if one is due. */
  | (Acknowledged & { readonly kind: 'quiet' })
  | { readonly kind: 'failed'; readonly failure: Failure; readonly notice: string; readonly latencyMs?: number };

export interface Acknowledged {
  readonly interactionId: string;
  readonly latencyMs: number;
  /**
   * The answer itself: after a deferral, the first edit of the original; otherwise the message at hand.
   * `undefined` when the original was deleted instead, or there is none (a dialog).
   */
  final(): Promise<SeenMessage | undefined>;
  /** The `nth` follow-up (1 is the first), as soon as there is one. */
  followUp(nth?: number): Promise<SeenMessage>;
}

export type Completion =
  | { readonly kind: 'choices'; readonly choices: readonly Choice[]; readonly latencyMs: number }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly notice: string };

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}
