import { action, commandGroup, type Reply, whisper } from '../src/command.ts';
import { MODES } from '../src/domain/game/game.ts';
import {
  CHANNELS_PER_SERVER,
  EXTRA_TIMES,
  type Hosts,
  SECONDS,
  type ServerChange,
} from '../src/domain/groupSettings.ts';
import { readZone, zoneOption } from '../src/options.ts';
import { noticeCard } from '../src/views/notices.ts';
import { extraTimeCard, serverSettingsCard, visibilityCard } from '../src/views/settingsCards.ts';
import { en } from '../src/words/en.ts';

export default commandGroup({
  name: 'settings',
  description: 'Quiz games on this server, and yourself in them.',
  where: 'server',
  actions: {
    server: action({
      description: 'Rules for quiz games on this server. Without options: what is set. Needs Manage Server.',
      requires: 'Manage Server',
      options: {
        mode: {
          type: 'text',
          description: 'The mode of games, unless the host chooses another.',
          choices: MODES.map((mode) => ({ label: en.game.mode(mode), value: mode })),
        },
        seconds: {
          type: 'whole',
          description: 'Time to answer a question, unless the host chooses another.',
          min: SECONDS.least,
          max: SECONDS.most,
        },
        zone: zoneOption('Time zone, for “today” and “this week”: type a city and pick one.', {}),
        hosts: {
          type: 'text',
          description: 'Who may start games.',
          choices: [
            { label: 'Everyone', value: 'everyone' },
            { label: 'Only those who manage the server', value: 'managers' },
          ],
        },
        'host-role': {
          type: 'role',
          description: 'Only this role, and those who manage the server, may start games. It overrides hosts.',
        },
        'add-channel': { type: 'channel', description: 'Games only here, and in other channels that are added.' },
        'remove-channel': {
          type: 'channel',
          description: 'No longer here. With none left, games are for all channels.',
        },
        'all-channels': { type: 'flag', description: 'True: games may be played in every channel again.' },
        threads: {
          type: 'flag',
          description: 'True: a game gets a thread of its own. False: it is played in its channel.',
        },
      },

      async run(values, context) {
        const { zone: typed, 'add-channel': add } = values;
        const { words, caller, preferences, schedules } = context;
        const guildId = caller.guildId ?? '';
        const zone = typed === undefined ? undefined : readZone(typed, context);
        if (zone && 'refused' in zone) return zone.refused;
        if (add?.missing.length) {
          const { title, text } = words.refusals.cannotPost;
          return whisper(noticeCard(title, text(`<#${add.id}>`, add.missing)));
        }

        const change: ServerChange = {
          mode: MODES.find((mode) => mode === values.mode),
          seconds: values.seconds,
          zone: zone?.is,
          hosts: hostsOf(values.hosts, values['host-role']?.id, guildId),
          channels: { all: values['all-channels'] ?? false, add: add?.id, remove: values['remove-channel']?.id },
          threads: values.threads,
        };
        const asked = Object.keys(values).length > 0;
        const settings = asked ? await preferences.changeServer(guildId, change) : preferences.server(guildId);
        if (settings === 'too-many-channels') {
          const { title, text } = words.refusals.tooManyChannels;
          return whisper(noticeCard(title, text(CHANNELS_PER_SERVER)));
        }
        const title = asked ? words.settings.serverChanged : words.settings.serverTitle;
        return whisper(serverSettingsCard(words, settings, { title, scheduleZone: schedules.zoneOf(guildId) }));
      },
    }),

    'extra-time': action({
      description: 'More time for your answers. Nobody else is told.',
      options: {
        more: {
          type: 'whole',
          description: 'How much more time you need for a question.',
          required: true,
          choices: EXTRA_TIMES.map((times) => ({ label: labelOf(times), value: percentOf(times) })),
        },
      },
      async run({ more }, { words, caller, preferences }) {
        const extraTime = EXTRA_TIMES.find((times) => percentOf(times) === more) ?? 1;
        const settings = await preferences.changeMember(caller.guildId ?? '', caller.userId, { extraTime });
        return whisper(extraTimeCard(words, settings));
      },
    }),

    leaderboard: action({
      description: 'Hide yourself from leaderboards, or show yourself again.',
      options: {
        me: {
          type: 'text',
          description: 'Whether others see you on this server’s leaderboards.',
          required: true,
          choices: [
            { label: 'Hide me', value: 'hide' },
            { label: 'Show me', value: 'show' },
          ],
        },
      },
      async run({ me }, { words, caller, preferences, mention }): Promise<Reply> {
        const settings = await preferences.changeMember(caller.guildId ?? '', caller.userId, { hidden: me === 'hide' });
        return whisper(visibilityCard(words, settings, mention('leaderboard')));
      },
    }),
  },
});

/** The role @everyone has the server's own id. */
function hostsOf(chosen: string | undefined, role: string | undefined, guildId: string): Hosts | undefined {
  if (role === guildId) return 'everyone';
  if (role !== undefined) return { role };
  return chosen === 'everyone' || chosen === 'managers' ? chosen : undefined;
}

function percentOf(times: number): number {
  return Math.round((times - 1) * 100);
}

function labelOf(times: number): string {
  return times === 1 ? 'No more' : `${percentOf(times)}% more`;
}
