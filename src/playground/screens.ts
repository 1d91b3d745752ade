import type { Change, LocalDiscord } from './discord/localDiscord.ts';
import { isLoading } from './discord/messages.ts';
import type { Dialog } from './discord/sight.ts';

/** What people's screens hold that Discord itself does not keep, so that it outlives a reload of the page. */
export interface Screens {
  dialogsOf(personId: string): readonly Dialog[];
  dialog(dialogId: string): Dialog | undefined;
  close(dialogId: string): void;
  readBy(personId: string): Readonly<Record<string, string>>;
  markRead(personId: string, channelId: string, messageId: string): void;
  /** When a deferred answer arrived, as the message's `edited_timestamp` has it: that edit is none to a reader. */
  arrivedAt(messageId: string): string | undefined;
  /** To be told of every change first. */
  follow(change: Change): void;
}

export function openScreens(discord: LocalDiscord): Screens {
  const dialogs = new Map<string, Dialog>();
  const read = new Map<string, Readonly<Record<string, string>>>();
  const awaited = new Set<string>();
  const arrived = new Map<string, string>();

  return {
    dialogsOf: (personId) => [...dialogs.values()].filter(({ userId }) => userId === personId),
    dialog: (dialogId) => dialogs.get(dialogId),
    close: (dialogId) => void dialogs.delete(dialogId),
    readBy: (personId) => read.get(personId) ?? {},
    markRead(personId, channelId, messageId) {
      const before = read.get(personId) ?? {};
      if (BigInt(before[channelId] ?? 0) >= BigInt(messageId)) return;
      read.set(personId, { ...before, [channelId]: messageId });
    },
    arrivedAt: (messageId) => arrived.get(messageId),

    follow(change) {
      if (change.kind === 'dialog') {
        const { dialog } = change;
        for (const { dialogId, userId } of dialogs.values()) if (userId === dialog.userId) dialogs.delete(dialogId);
        dialogs.set(dialog.dialogId, dialog);
      }
      if (change.kind !== 'message') return;
      const message = discord.message(change.messageId);
      if (!message) return;
      if (isLoading(message)) awaited.add(message.id);
      else if (awaited.delete(message.id) && message.edited_timestamp)
        arrived.set(message.id, message.edited_timestamp);
    },
  };
}
