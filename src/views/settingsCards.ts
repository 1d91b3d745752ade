/** What a server and its members have set. */

import type { Hosts, MemberSettings, ServerSettings } from '../domain/groupSettings.ts';
import type { Words } from '../words/words.ts';
import { type Card, text } from './card.ts';
import { bold, heading } from './markdown.ts';

/** `scheduleZone` is the zone that counts while none is set. */
export function serverSettingsCard(
  words: Words,
  settings: ServerSettings,
  { title, scheduleZone }: { readonly title: string; readonly scheduleZone?: string | undefined },
): Card {
  const { mode, seconds, hosts, channels, threads } = settings;
  return {
    tone: 'plain',
    blocks: [
      text(
        heading(title),
        words.settings.mode(bold(words.game.mode(mode))),
        words.settings.seconds(seconds),
        zoneLine(words, settings.zone, scheduleZone),
        words.settings.hosts(hostsText(words, hosts)),
        words.settings.channels(channels.map((id) => `<#${id}>`)),
        words.settings.threads(threads),
      ),
    ],
  };
}

export function extraTimeCard(words: Words, { extraTime }: MemberSettings): Card {
  const { extraTimeTitle, extraTime: sentence, extraTimeFrom } = words.settings;
  return {
    tone: 'plain',
    blocks: [text(heading(extraTimeTitle), sentence(Math.round((extraTime - 1) * 100)), extraTimeFrom)],
  };
}

/** `leaderboard` is the command as something that can be pressed. */
export function visibilityCard(words: Words, { hidden }: MemberSettings, leaderboard: string): Card {
  const { leaderboardTitle, hiddenNow, shownNow } = words.settings;
  return { tone: 'plain', blocks: [text(heading(leaderboardTitle), hidden ? hiddenNow(leaderboard) : shownNow)] };
}

function zoneLine(words: Words, zone: string | undefined, scheduleZone: string | undefined): string {
  if (zone) return words.settings.zone(zone);
  return scheduleZone ? words.settings.zoneFromSchedules(scheduleZone) : words.settings.zoneUnset;
}

function hostsText(words: Words, hosts: Hosts): string {
  if (hosts === 'everyone') return words.settings.everyone;
  if (hosts === 'managers') return words.settings.managers;
  return words.settings.role(`<@&${hosts.role}>`);
}
