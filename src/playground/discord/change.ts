import type { Dialog } from './sight.ts';

/** Something a screen would have to redraw. */
export type Change =
  | { readonly kind: 'message'; readonly channelId: string; readonly messageId: string; readonly onlyFor?: string }
  | { readonly kind: 'message-gone'; readonly channelId: string; readonly messageId: string; readonly onlyFor?: string }
  | { readonly kind: 'dialog'; readonly dialog: Dialog }
  | { readonly kind: 'world' }
  | { readonly kind: 'commands' }
  | { readonly kind: 'connection'; readonly connected: boolean };
