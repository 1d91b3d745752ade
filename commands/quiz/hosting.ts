/** Opening, stopping, skipping and resuming a group's game. */

import { action, type Context, type Reply, type Started, whisper } from '../../src/command.ts';
import type { Game, ModeName, Move, Rules } from '../../src/domain/game/game.ts';
import { MODES } from '../../src/domain/game/game.ts';
import { mayHost, mayPlayIn, SECONDS } from '../../src/domain/groupSettings.ts';
import { HOUR } from '../../src/domain/time.ts';
import {
  articleOption,
  difficultyOf,
  difficultyOption,
  quizTopicOption,
  readArticle,
  readQuizTopic,
} from '../../src/options.ts';
import { scopeName } from '../../src/views/gameCards.ts';
import { noticeCard } from '../../src/views/notices.ts';
import { refusalReason } from '../../src/views/scheduleCards.ts';
import { en } from '../../src/words/en.ts';
import { gameRefused, said } from './replies.ts';

const SECOND = 1000;

export const start = action({
  description: 'Open a quiz for everyone in this channel.',
  options: {
    topic: quizTopicOption('On one topic. Everything if you leave it out.'),
    article: articleOption('About one article. Everything if you leave it out.', {}),
    questions: { type: 'whole', description: 'How many questions. 10 if you leave it out.', min: 1, max: 50 },
    mode: {
      type: 'text',
      description: 'How to play. The server’s setting, normally Classic, if you leave it out.',
      choices: MODES.map((value) => ({ label: en.game.mode(value), value })),
    },
    seconds: {
      type: 'whole',
      description: 'Time for each question. The server’s setting, normally 20, if you leave it out.',
      min: SECONDS.least,
      max: SECONDS.most,
    },
    difficulty: difficultyOption,
    'speed-bonus': {
      type: 'flag',
      description: 'True: quick right answers count up to double. False if you leave it out.',
    },
    streaks: { type: 'flag', description: 'True: right answers in a row count more. False if you leave it out.' },
    teams: { type: 'whole', description: 'Of Teams: how many. 2 if you leave it out.', min: 2, max: 6 },
    'choose-teams': {
      type: 'flag',
      description: 'Of Teams: True lets players choose. They are drawn if you leave it out.',
    },
    lives: { type: 'whole', description: 'Of Survival: how many lives. 3 if you leave it out.', min: 1, max: 5 },
    hours: {
      type: 'whole',
      description: 'Of Open quiz: how long it stays open. 24 if you leave it out.',
      min: 1,
      max: 168,
    },
    thread: {
      type: 'flag',
      description: 'True: play in a thread of its own. The server’s setting if you leave it out.',
    },
    seed: {
      type: 'text',
      description: 'Any word: whoever gives the same one gets the identical quiz.',
      maxLength: 20,
    },
  },

  async run(wanted, context): Promise<Reply> {
    const { preferences, caller, words } = context;
    const settings = preferences.server(caller.guildId);
    const barred = whyNotHere(context);
    if (barred) return barred;
    const article = wanted.article === undefined ? undefined : readArticle(wanted.article, context);
    if (article && 'refused' in article) return article.refused;
    const topic = wanted.topic === undefined ? undefined : readQuizTopic(wanted.topic, context);
    if (topic && 'refused' in topic) return topic.refused;

    const mode: ModeName = MODES.find((one) => one === wanted.mode) ?? settings.mode;
    const seconds = wanted.seconds ?? settings.seconds;
    const rules: Rules = {
      mode,
      windowMs: mode === 'async' ? (wanted.hours ?? 24) * HOUR : seconds * SECOND,
      speedBonus: wanted['speed-bonus'] ?? false,
      streaks: wanted.streaks ?? false,
      lives: wanted.lives ?? 3,
      teams: wanted.teams ?? 2,
      teamsChosen: wanted['choose-teams'] ?? false,
    };
    const scope = {
      article: article?.is.id,
      topic: article ? undefined : topic?.is.id,
      difficulty: difficultyOf(wanted.difficulty),
    };
    const about = scopeName(context.library, { scope }) || words.game.everything;
    return started(
      await context.startGame({
        guildId: caller.guildId ?? '',
        channelId: caller.channelId,
        hostId: caller.userId,
        rules,
        scope,
        questions: wanted.questions ?? 10,
        seed: wanted.seed?.trim().toLowerCase() || undefined,
        thread:
          (wanted.thread ?? settings.threads) && !caller.parentId
            ? words.game.threadName(about).slice(0, 100)
            : undefined,
        today: context.today,
        at: context.at,
      }),
      context,
    );
  },
});

/** The same again, with other questions. */
export async function rematch(game: Game, context: Context): Promise<Reply> {
  const barred = whyNotHere(context);
  if (barred) return barred;
  const { guildId, rules, scope, questions } = game;
  return started(
    await context.startGame({
      guildId,
      channelId: context.caller.channelId,
      hostId: context.caller.userId,
      rules,
      scope,
      questions: questions.length,
      today: context.today,
      at: context.at,
    }),
    context,
  );
}

export const stop = action({
  description: 'End the game in this channel; the points so far count. For its host, or who can manage messages.',
  options: {},
  run: (_, context) => asHost(context, ({ userId }, at) => ({ kind: 'stop', by: userId, at }), en.game.stopped),
});

export const skip = action({
  description: 'Throw away the open question; nobody gets points for it. For the host.',
  options: {},
  run: (_, context) =>
    asHost(
      context,
      ({ userId }, at, game) => ({ kind: 'skip', by: moderator(context, game, userId), at }),
      en.game.skippedNow,
    ),
});

export const resume = action({
  description: 'Let a paused game go on, here if its channel is gone; or ask again what was deleted.',
  options: {},
  async run(_, context) {
    const { games, caller, words, at } = context;
    const here = games.in(caller.channelId);
    const stranded = games
      .paused(caller.guildId ?? '')
      .find(
        ({ phase, hostId }) => phase.kind === 'paused' && phase.reason === 'channel-gone' && mayRun(context, hostId),
      );
    const game = here ?? stranded;
    if (!game) return whisper(noticeCard(words.game.noneToResume.title, words.game.noneToResume.text));
    if (!mayRun(context, game.hostId))
      return whisper(noticeCard(words.game.mayNotStop.title, words.game.mayNotStop.text));
    const barred = cannotPostHere(context);
    if (barred) return barred;
    await games.check(game.id);
    const played = await games.play(game.id, { kind: 'resume', by: caller.userId, channelId: caller.channelId, at });
    return played?.refused ? gameRefused(words, played.refused, played.game) : said(words.game.resumedNow);
  },
});

/** The game of this channel, moved on by its host or by a moderator. */
async function asHost(
  context: Context,
  move: (caller: Context['caller'], at: number, game: Game) => Move,
  done: string,
): Promise<Reply> {
  const { games, caller, words, at, mention } = context;
  const game = games.in(caller.channelId);
  if (!game) return whisper(noticeCard(words.game.none.title, words.game.none.text(mention('quiz start'))));
  if (!mayRun(context, game.hostId))
    return whisper(noticeCard(words.game.mayNotStop.title, words.game.mayNotStop.text));
  const played = await games.play(game.id, move(caller, at, game));
  return played?.refused ? gameRefused(words, played.refused, played.game) : said(done);
}

/** A moderator acts in the host's place. */
function moderator({ caller }: Context, { hostId }: Game, userId: string): string {
  return caller.moderates ? hostId : userId;
}

function mayRun({ caller }: Context, hostId: string): boolean {
  return caller.userId === hostId || caller.moderates;
}

/** Why the caller cannot open a game here, in words; nothing when they can. */
function whyNotHere(context: Context): Reply | undefined {
  const { preferences, caller, words } = context;
  if (!caller.guildId) return whisper(noticeCard(words.refusals.serverOnly.title, words.refusals.serverOnly.text));
  const settings = preferences.server(caller.guildId);
  if (!mayHost(settings, caller)) return whisper(noticeCard(words.game.mayNotHost.title, words.game.mayNotHost.text));
  if (!mayPlayIn(settings, caller.channelId, caller.parentId)) {
    const channels = settings.channels.map((id) => `<#${id}>`);
    return whisper(noticeCard(words.game.notHere.title, words.game.notHere.text(channels)));
  }
  return cannotPostHere(context);
}

function cannotPostHere({ caller, words }: Context): Reply | undefined {
  if (!caller.missing.length) return undefined;
  const { title, text } = words.refusals.cannotPost;
  return whisper(noticeCard(title, text(`<#${caller.channelId}>`, caller.missing)));
}

function started(outcome: Started, { words }: Context): Reply {
  switch (outcome.kind) {
    case 'opened':
      return said(words.game.opened(`<#${outcome.game.channelId}>`));
    case 'one-already':
      return whisper(noticeCard(words.game.oneAlready.title, words.game.oneAlready.text));
    case 'no-questions':
      return whisper(noticeCard(words.refusals.noQuestion.title, words.refusals.noQuestion.text));
    case 'no-thread':
      return whisper(
        noticeCard(words.game.noThread.title, words.game.noThread.text(refusalReason(words, outcome.reason))),
      );
  }
}
