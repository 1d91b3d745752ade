import type { Change } from './discord/localDiscord.ts';
import type { Outcome } from './discord/sight.ts';

import { type SceneContext, sceneFor, viewerOf } from './scene.ts';
import type { WireLine } from './shown.ts';
import { shownDialog } from './shownDialog.ts';
import { shownMessage } from './shownMessage.ts';
import type { Asked, AskName, Asks, News, Told } from './talk.ts';
import type { WireLog } from './wireLog.ts';

export interface TabContext extends SceneContext {
  readonly wireLog: WireLog;
  readonly moveTime: (to: number) => Promise<void>;
  readonly restartBot: () => Promise<void>;
  /** Tells every tab, this one too, that what one person has read or has open changed. */
  readonly refresh: (personId: string, what: 'read' | 'dialogs') => void;
}

/** One browser tab: one person's screen and hands. */
export interface Tab {
  hear(text: string): Promise<void>;
  follow(change: Change): void;
  followWire(line: WireLine): void;
  tellBot(): void;
  tellTime(): void;
  refresh(personId: string, what: 'read' | 'dialogs'): void;
}

type Hands = { readonly [Name in AskName]: (asked: Asks[Name]['asked']) => Promise<Asks[Name]['answer']> };

const DONE: Told = { done: true };

export function openTab(context: TabContext, send: (news: News) => void): Tab {
  const { discord, screens } = context;
  let you = discord.world.users.find(({ bot }) => !bot)?.userId ?? '';
  let inspecting = false;
  let sceneDue = false;

  const sendScene = () => send({ news: 'scene', scene: sceneFor(you, context) });

  /** Many changes at once, as at a start, make one scene. */
  function sendSceneSoon(): void {
    if (sceneDue) return;
    sceneDue = true;
    setImmediate(() => {
      sceneDue = false;
      sendScene();
    });
  }

  function messageAt(messageId: string) {
    const message = discord.message(messageId);
    if (!message) throw new Error('This message is gone.');
    return message;
  }

  const hands: Hands = {
    async be({ person }) {
      if (person !== undefined) {
        const known = discord.world.users.find((one) => !one.bot && (one.name === person || one.userId === person));
        you = known?.userId ?? you;
      }
      sendScene();
      return DONE;
    },
    type: async ({ channelId, command, values }) =>
      toldOf(await discord.as(you).type(command, values, { channel: channelId })),
    async complete({ channelId, command, option, typed, others }) {
      const completion = await discord.as(you).complete(command, option, typed, others, { channel: channelId });
      return completion.kind === 'choices' ? { choices: completion.choices } : { notice: completion.notice };
    },
    press: async ({ messageId, customId }) => toldOf(await discord.as(you).press(messageAt(messageId), customId)),
    choose: async ({ messageId, customId, values }) =>
      toldOf(await discord.as(you).choose(messageAt(messageId), customId, values)),
    async submit({ dialogId, fields }) {
      const dialog = screens.dialog(dialogId);
      if (!dialog) return { done: false, notice: 'This dialog is closed.' };
      const outcome = await discord.as(you).submit(dialog, fields);
      if (outcome.kind !== 'failed') {
        screens.close(dialogId);
        context.refresh(you, 'dialogs');
      }
      return toldOf(outcome);
    },
    async leave({ dialogId }) {
      screens.close(dialogId);
      context.refresh(you, 'dialogs');
      return DONE;
    },
    async dismiss({ messageId }) {
      discord.as(you).dismiss(messageAt(messageId));
      return DONE;
    },
    async read({ channelId, messageId }) {
      screens.markRead(you, channelId, messageId);
      context.refresh(you, 'read');
      return DONE;
    },
    async moveTime({ to }) {
      await context.moveTime(to);
      return DONE;
    },
    async restartBot() {
      await context.restartBot();
      return DONE;
    },
    async dropConnection() {
      discord.dropConnections();
      return DONE;
    },
    async inspect({ on }) {
      inspecting = on;
      if (on) send({ news: 'wire', lines: context.wireLog.lines(), afresh: true });
      return DONE;
    },
    wireBodies: async ({ number }) => context.wireLog.bodies(number),
  };

  return {
    async hear(text) {
      const asked = JSON.parse(text) as Asked;
      if (!Object.hasOwn(hands, asked.ask)) return;
      const hand = hands[asked.ask] as (with_: unknown) => Promise<unknown>;
      const answer = await hand(asked.with).catch(
        (error: unknown): Told => ({ done: false, notice: error instanceof Error ? error.message : String(error) }),
      );
      send({ news: 'answer', id: asked.id, answer });
    },

    follow(change) {
      switch (change.kind) {
        case 'message': {
          const { channelId, messageId } = change;
          const message = discord.messages(channelId, you).findLast(({ id }) => id === messageId);
          if (message) send({ news: 'message', message: shownMessage(message, viewerOf(you, context)) });
          return;
        }
        case 'message-gone':
          return send({ news: 'message-gone', channelId: change.channelId, messageId: change.messageId });
        case 'dialog':
          return this.refresh(change.dialog.userId, 'dialogs');
        case 'connection':
          return this.tellBot();
        default:
          return sendSceneSoon();
      }
    },
    followWire(line) {
      if (inspecting) send({ news: 'wire', lines: [line], afresh: false });
    },
    tellBot: () => send({ news: 'bot', botState: context.botState() }),
    tellTime: () => send({ news: 'time', now: context.clock() }),
    refresh(personId, what) {
      if (personId !== you) return;
      if (what === 'read') send({ news: 'read', read: screens.readBy(you) });
      else send({ news: 'dialogs', dialogs: screens.dialogsOf(you).map(shownDialog) });
    },
  };
}

function toldOf(outcome: Outcome): Told {
  return outcome.kind === 'failed' ? { done: false, notice: outcome.notice } : DONE;
}
