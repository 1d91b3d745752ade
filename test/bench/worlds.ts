import type { GuildSeed, WorldSeed } from '../../src/playground/discord/worldSeed.ts';

const PERSON = 'Ana';
const ROLES = ['Organisers', 'Moderators', 'Tutors', 'Delegates', 'Press', 'Alumni', 'Guests', 'Quiz night'];
const CHANNELS = [
  'general',
  'on-this-day',
  'quiz-room',
  ...['rules', 'announcements', 'introductions', 'news', 'reading-group', 'treaties', 'security', 'trade', 'europe'],
  ...['east-asia', 'middle-east', 'exam-practice', 'off-topic'],
];

/**
 * So many clubs as they are: 16 channels and 8 roles each, and in the first so
 * many members besides. Discord tells a bot without privileged intents of no
 * members but itself.
 */
export function clubs(count: number, members = 0): WorldSeed {
  const others = Array.from({ length: members }, (_, index) => memberName(index));
  const club = (number: number): GuildSeed => ({
    name: `Club ${number}`,
    owner: PERSON,
    roles: ROLES.map((name) => ({ name, mentionable: name === 'Delegates' })),
    members: [{ name: PERSON, roles: ['Delegates'] }, ...(number === 1 ? others.map((name) => ({ name })) : [])],
    channels: CHANNELS.map((name) => ({ name })),
  });
  return {
    botName: 'Bench',
    people: [PERSON, ...others].map((name) => ({ name })),
    guilds: Array.from({ length: count }, (_, index) => club(index + 1)),
  };
}

/** Counted from 0. */
export function memberName(index: number): string {
  return `Member ${index + 1}`;
}

export { PERSON };
