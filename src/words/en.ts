/**
 * Everything Attaché says in English. Texts that come from the library, from
 * people or from Discord are escaped by the views before they get here.
 */

import type { GameRefusal, ModeName } from '../domain/game/game.ts';
import type { TermField } from '../domain/glossary.ts';
import type { EventKind, QUESTION_KINDS, SummaryLength } from '../domain/library.ts';
import type { Window } from '../domain/standings.ts';
import type { PartialDate, Weekday } from '../domain/time.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS: { readonly [W in Weekday]: string } = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};
const LENGTHS: { readonly [L in SummaryLength]: string } = { line: 'One line', standard: 'Standard', full: 'Full' };
const EVENT_KINDS: { readonly [K in EventKind]: string } = {
  signed: 'signed',
  adopted: 'adopted',
  ratified: 'ratified',
  'in-force': 'in force',
  held: 'held',
  opened: 'opened',
  concluded: 'concluded',
  founded: 'founded',
  joined: 'joined',
  left: 'left',
  recognised: 'recognised',
  'relations-established': 'relations established',
  'relations-broken': 'relations broken off',
  independence: 'independence',
  announced: 'announced',
  decided: 'decided',
  began: 'began',
  ended: 'ended',
  visited: 'visit',
  died: 'died',
};
const QUESTIONS: { readonly [K in (typeof QUESTION_KINDS)[number]]: string } = {
  choice: 'Choose one',
  'true-false': 'True or false?',
  year: 'Name the year',
  text: 'Name it',
  order: 'Put in order, earliest first',
};

const FIELDS: { readonly [F in TermField]: string } = {
  treaties: 'Treaties',
  missions: 'Missions and envoys',
  negotiation: 'Negotiation and mediation',
  law: 'Law and courts',
  territory: 'Territory and the sea',
  security: 'Peace and security',
  organisations: 'Organisations',
  economy: 'Economy and environment',
};

const MODE_NAMES: { readonly [M in ModeName]: string } = {
  classic: 'Classic',
  race: 'Race',
  survival: 'Survival',
  teams: 'Teams',
  'host-paced': 'Host-paced',
  async: 'Open quiz',
};
const MEDALS = ['🥇', '🥈', '🥉'];
const HOW_TO_PLAY: { readonly [M in ModeName]: string } = {
  classic: 'Everyone answers every question. You can change your mind until it closes.',
  race: 'The first right answer takes the question. One try each.',
  survival: 'Miss a question and you lose a life. The last one standing wins.',
  teams: 'As classic; a team scores the average of its members.',
  'host-paced': 'The host opens and closes each question.',
  async: 'Take it when it suits you, question by question. The first answer stands.',
};
const WINDOW_NAMES: { readonly [W in Window['kind']]: string } = {
  week: 'this week',
  month: 'this month',
  all: 'all time',
  topic: 'all time',
};

function date(partial: PartialDate): string {
  const [year, month, day] = partial.split('-');
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

function list(things: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  return new Intl.ListFormat('en-GB', { type: joiner === 'and' ? 'conjunction' : 'disjunction' }).format(things);
}

const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });

function ordinal(number: number): string {
  return `${number}${ENDINGS[ORDINALS.select(number)]}`;
}

interface PictureTeam {
  readonly place: number;
  readonly name: string;
  readonly points: number;
  readonly members: number;
}

interface PictureRow extends Omit<PictureTeam, 'members'> {
  readonly right: number;
  readonly of: number;
  readonly team?: string | undefined;
}

export const en = {
  date,
  list,
  monthNames: MONTHS,
  /** "29 September", of a month and day or a whole date. */
  monthDay: (day: string) => date(`2000-${day.slice(-5)}`).replace(/ 2000$/, ''),
  weekday: (weekday: Weekday) => WEEKDAYS[weekday],
  weekdays: (days: readonly Weekday[]) => {
    if (days.length === 7) return 'every day';
    if (days.join('') === '12345') return 'on weekdays';
    if (days.join('') === '67') return 'at weekends';
    return `on ${list(days.map((day) => `${WEEKDAYS[day]}s`))}`;
  },
  eventKind: (kind: EventKind) => EVENT_KINDS[kind],
  summaryLength: (length: SummaryLength) => LENGTHS[length],
  page: (page: number, of: number) => `Page ${page} of ${of}`,
  previous: 'Previous',
  next: 'Next',

  article: {
    summary: 'Summary',
    facts: 'Key facts',
    timeline: 'Timeline',
    quizMe: 'Quiz me',
    source: 'Source',
    published: (on: string) => `published ${on}`,
    read: (on: string) => `read ${on}`,
    by: (authors: readonly string[]) => `by ${list(authors)}`,
    paragraph: (number: number) => `paragraph ${number}`,
    citing: (numbers: string) => (/^\d+$/.test(numbers) ? `Fact ${numbers}` : `Facts ${numbers}`),
    citationNote: 'Numbers in brackets are the key facts that a sentence rests on.',
    sourcesUnderFacts: 'The sources stand under the key facts, each with what it says.',
    positions: 'Positions',
    asOf: (on: string) => `as of ${on}`,
    factsOf: (total: number) => count(total, 'key fact', 'key facts'),
  },

  library: {
    title: 'The library',
    found: (total: number) => count(total, 'article', 'articles'),
    on: (topic: string) => `on ${topic}`,
    matching: (query: string) => `matching “${query}”`,
    open: 'Open an article',
    none: 'Nothing fits. Try fewer or other words, or leave the topic out.',
    newestFirst: 'newest first',
    bestFirst: 'best match first',
  },

  glossary: {
    title: 'Glossary',
    count: (terms: number) => count(terms, 'term', 'terms'),
    field: (field: TermField) => FIELDS[field],
    also: (forms: readonly string[]) => `also: ${forms.join(', ')}`,
    term: 'The term',
    example: 'Example',
    explain: 'Explain a term in this summary',
    related: 'Tell it apart from …',
    open: 'Open a term',
    more: 'About this term',
    all: 'All terms',
  },

  quiz: {
    kind: (kind: (typeof QUESTION_KINDS)[number]) => QUESTIONS[kind],
    difficulty: (level: 1 | 2 | 3) => ['Easy', 'Medium', 'Hard'][level - 1] ?? '',
    true: 'True',
    false: 'False',
    answer: 'Answer',
    tryAgain: 'Answer more precisely',
    startOver: 'Start over',
    another: 'Another',
    readArticle: 'Read the article',
    pickFirst: 'Which came first?',
    pickNext: 'Which came next?',
    soFar: 'Your order so far',
    right: 'Right',
    wrong: 'Not quite',
    youSaid: (answer: string) => `You answered: ${answer}`,
    theAnswer: (answer: string) => `The answer: ${answer}`,
    theOrder: 'The right order',
    fact: 'The fact',
    moreFacts: (numbers: string) => `It also rests on facts ${numbers}, under Key facts.`,
    more: 'Be more precise',
    dialogTitle: 'Your answer',
    yearLabel: 'Year',
    yearHint: 'Four digits, such as 1956',
    textLabel: 'Answer',
    textHint: 'A name or a few words; spelling is forgiven',
    unreadableYear: 'That is not a year. Write it in digits, such as 1956. Nothing was counted; press Answer again.',
    unreadableText: 'There were no words in that. Nothing was counted; press Answer again.',
  },

  game: {
    title: (mode: ModeName) => `Quiz: ${MODE_NAMES[mode]}`,
    mode: (mode: ModeName) => MODE_NAMES[mode],
    how: (mode: ModeName) => HOW_TO_PLAY[mode],
    about: (questions: number, topic: string) =>
      `${count(questions, 'question', 'questions')}${topic ? ` on ${topic}` : ''}`,
    seconds: (seconds: number) => `${count(seconds, 'second', 'seconds')} each`,
    speedBonus: 'speed bonus',
    streaks: 'streak bonus',
    lives: (lives: number) => count(lives, 'life', 'lives'),
    teams: (teams: number, chosen: boolean) => `${teams} teams, ${chosen ? 'chosen' : 'drawn at the start'}`,
    host: (host: string) => `Host: ${host}`,
    players: (names: readonly string[], more: number) =>
      `Players: ${[...names, ...(more ? [`and ${more} more`] : [])].join(', ')}`,
    noPlayers: 'Nobody has joined yet.',
    team: (number: number) => `Team ${number + 1}`,
    teamLine: (number: number, names: readonly string[]) => `Team ${number + 1}: ${names.join(', ')}`,
    startsIn: (when: string) => `Starts by itself ${when}, or when the host says so.`,
    begun: 'The game has begun.',
    ended: 'The game is over.',
    join: 'Join',
    leave: 'Leave',
    start: 'Start now',
    take: 'Take the quiz',
    openUntil: (when: string) => `Open until ${when}. Results then.`,
    question: (number: number, of: number) => `Question ${number} of ${of}`,
    closes: (when: string) => `Closes ${when}`,
    closed: 'Closed',
    answered: (number: number) => `${number} answered`,
    close: 'Close the question',
    next: 'Next question',
    toResult: 'To the result',
    answer: 'Answer',
    nextIn: (when: string) => `Goes on ${when}`,
    skipped: 'Skipped by the host; nobody gets points.',
    distribution: 'What was answered',
    nobody: 'Nobody answered.',
    whoWasRight: (names: readonly string[], more: number) =>
      `Right: ${[...names, ...(more ? [`and ${more} more`] : [])].join(', ')}`,
    noneRight: 'Nobody was wholly right.',
    livesLeft: (names: readonly string[]) => `Still in: ${names.join(', ')}`,
    dispute: 'My answer was right',
    result: 'Result',
    stoppedResult: 'Result so far',
    row: (place: number, name: string, points: number, right: number, of: number) =>
      `${(points && MEDALS[place - 1]) || ''} **${place}.** ${name} — ${count(points, 'point', 'points')}, ${right} of ${of} right`.trim(),
    teamRow: (place: number, team: string, points: number, names: string) =>
      `${(points && MEDALS[place - 1]) || ''} **${place}.** ${team} — ${count(points, 'point', 'points')} on average (${names})`.trim(),
    andMore: (more: number) => `and ${more} more`,
    noScores: 'Nobody answered, so there is nothing to rank.',
    mine: 'My answers',
    answersFile: 'All answers',
    rematch: 'Rematch',
    footer: (date: string) => `Attaché · ${date}`,
    yourAnswers: 'Your answers',
    allRight: 'Everything you answered was right.',
    noneAnswered: 'You answered no question of this game.',
    notYet: 'Your answers are shown when the quiz is over.',
    taken: (answer: string) => `Your answer: ${answer}. It is saved; you can change it until the question closes.`,
    takenForGood: (answer: string) => `Your answer: ${answer}. It is saved.`,
    rightAtOnce: (answer: string) => `${answer}: right! Whether you were first is shown in a moment.`,
    wrongAtOnce: (answer: string) => `${answer}: not right. Wait for the next question.`,
    more: (ask: string) => `Be more precise: ${ask} You have one more try.`,
    allTaken: (when: string) => `You have answered everything. Results ${when}.`,
    joined: 'You are in.',
    joinedTeam: (team: string) => `You are in ${team}.`,
    left: 'You are out. You can join again.',
    opened: (channel: string) => `The quiz is opened in ${channel}.`,
    stopped: 'Stopped. The points so far count.',
    skippedNow: 'Skipped.',
    resumedNow: 'The quiz goes on.',
    done: 'Done.',
    tableHeadings: ['question', 'prompt', 'player id', 'player', 'answer', 'right in %', 'points', 'seconds'],
    hints: {
      fallAway: (letters: readonly string[]) => `Wrong for sure: ${list(letters)}.`,
      decade: (from: number) => `It was between ${from} and ${from + 9}.`,
      letters: (first: string, words: readonly number[]) =>
        `It begins with “${first}” and has ${list(
          words.map((length) => count(length, 'letter', 'letters')),
          'and',
        )}${words.length > 1 ? ', word by word' : ''}.`,
      first: (what: string) => `Earliest of all: ${what}.`,
    },
    protestSent: 'Sent to the host, who decides.',
    protest: (player: string, number: number, answer: string) =>
      `${player} holds that “${answer}” was right for question ${number}.`,
    accept: 'Accept',
    decline: 'Decline',
    hostDecides: (host: string) => `${host} decides. Accepting gives the points to everyone who answered so.`,
    accepted: 'Accepted.',
    declined: 'Declined.',
    hint: 'Hint',
    hintCost: 'It costs half of the points for this question.',
    threadName: (topic: string) => `Quiz: ${topic}`,
    everything: 'everything',
    csv: 'The answers of all players, as a table.',
    notes: {
      back: 'Attaché was away for a moment. The game goes on; every answer is kept.',
      backLate: 'Attaché was away, and time ran out meanwhile. Every answer is kept; the game goes on.',
      resumed: 'The game goes on.',
      stopped: (by: string) => `${by} has stopped the game.`,
      abandoned: 'The game is over: nobody was playing. Start another with `/quiz start`.',
      accepted: (number: number) => `The host accepted a protest on question ${number}: the points are counted anew.`,
      declined: (number: number) => `The host declined a protest on question ${number}.`,
    },
    paused: {
      title: 'The game is paused',
      'channel-gone': 'Its channel no longer exists. `/quiz resume` in another channel brings it back there.',
      'missing-permissions': 'Attaché may no longer post in its channel. Once it may, `/quiz resume` brings it back.',
      'message-gone': 'The message of its question was deleted. `/quiz resume` asks it again.',
      trouble: 'Discord was in trouble for too long. `/quiz resume` brings it back.',
      'by-host': 'The host paused it. `/quiz resume` brings it back.',
    },
    refusals: {
      'game-over': 'This game is over.',
      'already-joined': 'You are in already.',
      'already-answered': 'You have answered this question already, and the first answer stands.',
      'not-in-the-game': 'You are not in this game, and it takes nobody in any more.',
      'out-of-lives': 'You have no life left. Watch the others, and join the next game.',
      'time-is-up': 'That came after the close. The next question is a new chance.',
      'not-open': 'There is no open question just now.',
      'not-the-host': 'Only the host can do that.',
      'nothing-to-skip': 'There is no open question to skip.',
      'not-paused': 'The game is not paused.',
      unreadable: 'That could not be read as an answer. Nothing was counted; try again.',
      'no-hint': 'There is no hint for this question.',
      'hint-taken': 'You have had your hint for this question.',
      'not-answered': 'You gave no answer to that question.',
      'was-right': 'That answer was counted as right.',
      'already-protested': 'You have disputed that already.',
      'already-ruled': 'That has been decided.',
      'already-started': 'The game has begun.',
      'nobody-there': 'Nobody has joined yet. Join first, then start.',
      'no-such-team': 'There is no such team.',
      'all-answered': 'You have answered everything.',
    } satisfies { readonly [R in GameRefusal]: string },
    refused: 'Not now',
    oneAlready: {
      title: 'There is a game here already',
      text: 'One game per channel. Join it, or let its host stop it with `/quiz stop`.',
    },
    none: {
      title: 'No game here',
      text: (start: string) => `There is no game in this channel. Start one with ${start}.`,
    },
    noneToResume: {
      title: 'Nothing to resume',
      text: 'There is no paused game in this channel, and none whose channel is gone that you host.',
    },
    mayNotHost: { title: 'Not allowed', text: 'On this server you may not host quizzes. Ask someone who manages it.' },
    notHere: {
      title: 'Not in this channel',
      text: (channels: readonly string[]) => `On this server quizzes are played in ${list(channels, 'or')}.`,
    },
    mayNotStop: { title: 'Not allowed', text: 'Only the host, or someone who can manage messages here, can do that.' },
    noThread: {
      title: 'No thread',
      text: (reason: string) => `A thread could not be opened: ${reason}. Leave the thread out, or mend that.`,
    },
  },

  day: {
    title: (day: string) => `On this day: ${day}`,
    nearTitle: (day: string) => `A near anniversary: ${day}`,
    why: 'Why it mattered',
    julian: (on: string) => `${on} in the Julian calendar of the time`,
    previousDay: 'Previous day',
    nextDay: 'Next day',
    nearest: (day: string) => `Nearest: ${day}`,
    more: (events: number) => `And ${count(events, 'more event', 'more events')}: press the day below.`,
    quizMe: 'Quiz me',
    readMore: 'Read more',
    none: 'Nothing in the library for this day.',
    noneOn: (topic: string) => `Nothing in the library for this day on ${topic}.`,
    yearsAgo: (years: number) => (years === 0 ? 'this year' : `${count(years, 'year', 'years')} ago`),
    suggestion: (day: string, events: number) => `${day} · ${count(events, 'event', 'events')}`,
  },

  leaderboard: {
    title: (window: Window['kind']) => `Leaderboard: ${WINDOW_NAMES[window]}`,
    since: (weekday: string, day: string, zone: string) => `since ${weekday}, ${day} (${zone})`,
    month: (month: string, zone: string) => `${month} (${zone})`,
    topic: (topic: string) => `topic: ${topic}`,
    row: (place: number, name: string, points: number) =>
      `${['🥇', '🥈', '🥉'][place - 1] ?? ''} **${place}.** ${name} — ${count(points, 'point', 'points')}`.trim(),
    right: (right: number, of: number) => `${right.toLocaleString('en')} of ${of.toLocaleString('en')} right`,
    players: (players: number) => `${count(players, 'member has', 'members have')} points.`,
    noPoints: (name: string) => `${name} has no points here yet.`,
    empty: (start: string) =>
      `Nobody has points here yet. Play a round: ${start} opens a quiz in the channel, and every right answer counts.`,
    hidden: (settings: string) =>
      `You are hidden from leaderboards, so only you see this. Change that with ${settings}.`,
  },

  settings: {
    serverTitle: 'Quiz games on this server',
    serverChanged: 'Settings saved',
    mode: (mode: string) => `Mode, unless the host chooses another: ${mode}`,
    seconds: (seconds: number) => `Time for a question: ${count(seconds, 'second', 'seconds')}`,
    zone: (zone: string) => `Time zone: ${zone}`,
    zoneFromSchedules: (zone: string) => `Time zone: ${zone}, from this server’s first schedule`,
    zoneUnset: 'Time zone: UTC, until one is set',
    hosts: (who: string) => `Who may start games: ${who}`,
    everyone: 'everyone',
    managers: 'those who manage the server',
    role: (role: string) => `${role}, and those who manage the server`,
    channels: (channels: readonly string[]) => `Where: ${channels.length ? list(channels) : 'in every channel'}`,
    threads: (threads: boolean) => `Each game ${threads ? 'gets a thread of its own' : 'is played in its channel'}`,
    extraTimeTitle: 'Your time for answers',
    extraTime: (percent: number) =>
      percent ? `You have ${percent}% more time for every question.` : 'You have as much time as everyone.',
    extraTimeFrom: 'It counts in the games that you join from now on, on this server. Nobody else is told.',
    leaderboardTitle: 'You and the leaderboard',
    hiddenNow: (leaderboard: string) =>
      `You are hidden: others do not find you on this server’s leaderboards. Your points still count, and ${leaderboard} shows your own place to you alone.`,
    shownNow: 'You are shown: others see your name and points on this server’s leaderboards.',
  },

  schedule: {
    added: 'Schedule added',
    line: (channel: string, time: string, zone: string, days: string) => `${channel} ${days} at ${time} (${zone})`,
    topic: (topic: string) => `topic: ${topic}`,
    mentions: (role: string) => `mentions ${role}`,
    nearest: 'on days without an event: the nearest anniversary',
    nothing: 'on days without an event: nothing',
    nextPost: (when: string, relative: string) => `Next post: ${when} (${relative})`,
    paused: 'Paused',
    failing: 'Failing',
    listTitle: 'Schedules of this server',
    none: (add: string) => `This server has no schedule yet. Add one with ${add}.`,
    whyTitle: 'The last posts of this schedule',
    whyNone: 'Nothing has come due yet.',
    onTime: (at: string) => `posted on time, ${at}`,
    late: (at: string) => `posted late, ${at}: Attaché was not running or could not post when it was due`,
    missed: 'missed: Attaché was not running, and more than two hours had passed when it came back',
    nothingToPost: 'nothing posted: the library has no fitting event for that day',
    failed: (reason: string) => `failed: ${reason}`,
    unsettled: 'under way: not yet known to be posted; it is tried again every minute for two hours',
    reasons: {
      unknownChannel: 'the channel no longer exists',
      missing: (permissions: readonly string[]) => `Attaché lacks the permission ${list(permissions)} in the channel`,
      trouble: 'Discord or the connection to it was in trouble',
      unverifiable: (permissions: readonly string[]) =>
        `the post may have gone out, but Attaché lacks ${list(permissions)} to check, so it was not sent again`,
    },
    recovers: 'It is kept, and goes on by itself as soon as that is mended.',
    removed: 'Schedule removed',
    pausedNow: 'Schedule paused',
    resumedNow: 'Schedule resumed',
    keptQuiet: 'Nothing is posted until you resume it; what comes due meanwhile is not made up for.',
    previewOf: (day: string) => `Preview of the post for ${day}. Only you see it.`,
    notPingable: (role: string) =>
      `${role} will be shown but not notified: allow anyone to mention the role, or give Attaché the permission “Mention @everyone, @here, and All Roles”.`,
    option: (channel: string, time: string, days: string, zone: string) => `#${channel} · ${time} ${days} · ${zone}`,
  },

  help: {
    title: 'What Attaché can do',
    intro:
      'Summaries, facts and questions on diplomacy. Every sentence names its facts, every fact its source and date.',
    privacy: 'Add `private: True` to a command to keep the answer to yourself.',
  },

  about: {
    title: 'About Attaché',
    version: (version: string) => `Version ${version}`,
    size: (articles: number, facts: number, questions: number, events: number, terms: number) =>
      `${list([
        count(articles, 'article', 'articles'),
        count(facts, 'fact', 'facts'),
        count(questions, 'question', 'questions'),
        count(events, 'event', 'events'),
        count(terms, 'term', 'terms'),
      ])}, each with its source.`,
    newest: (headline: string, on: string) => `Newest article: ${headline}, ${on}`,
    privacyTitle: 'Privacy',
    privacy:
      'Attaché cannot read messages: it asks Discord for no privileged intent. It stores what managers set up: schedules (channel, time, role) and rules for games. Of members who play in group games it stores their points by week, month and topic, and, if they set them, extra time and whether they are hidden from leaderboards; and for seven days after a game its answers and the names shown for its players. Solo questions and answers are not stored. The log has no names, no texts and no tokens.',
    reads: 'Sources are linked under every text, with the day on which they were read.',
  },

  picture: {
    points: 'Points',
    right: 'Right',
    teams: 'Teams, by average',
    players: 'Players',
    nameless: 'Someone',
    more: (players: number) => `and ${count(players, 'more player', 'more players')}`,
    row: ({ place, name, points, right, of, team }: PictureRow) =>
      `${ordinal(place)} ${name}${team ? ` (${team})` : ''}: ${count(points, 'point', 'points')}, ${right} of ${of} right`,
    teamRow: ({ place, name, points, members }: PictureTeam) =>
      `${ordinal(place)} ${name} (${count(members, 'player', 'players')}): ${count(points, 'point', 'points')} on average`,
  },

  refusals: {
    unknownArticle: {
      title: 'No such article',
      text: (typed: string) => `The library has no article “${typed}”.`,
      nearest: 'Did you mean one of these?',
      browse: (command: string) => `Pick one from the list while typing, or browse with ${command}.`,
    },
    unknownTopic: {
      title: 'No such topic',
      text: (typed: string, nearest: readonly string[]) =>
        `There is no topic “${typed}”. ${nearest.length ? `Did you mean ${list(nearest, 'or')}? ` : ''}Pick one from the list while typing.`,
    },
    glossaryTopic: {
      title: 'A topic for quizzes',
      text: (command: string) => `The glossary has no articles and no events. Look its terms up with ${command}.`,
    },
    unknownTerm: {
      title: 'No such term',
      text: (typed: string, nearest: readonly string[]) =>
        `The glossary has no term “${typed}”. ${nearest.length ? `Did you mean ${list(nearest, 'or')}? ` : ''}Pick one from the list while typing.`,
    },
    badDay: {
      title: 'No such day',
      text: (typed: string) =>
        `“${typed}” is not a day of the calendar. Write it like “29 September”, “09-29” or “today”.`,
    },
    badTime: {
      title: 'No such time',
      text: (typed: string) => `“${typed}” is not a time of day. Write it like “09:00” or “18:30”.`,
    },
    badZone: {
      title: 'No such time zone',
      text: (typed: string, nearest: readonly string[]) =>
        `“${typed}” is not a time zone. ${nearest.length ? `Did you mean ${list(nearest, 'or')}? ` : ''}Type a city and pick one from the list, such as Europe/Berlin.`,
    },
    badWeekdays: {
      title: 'No such weekdays',
      text: (typed: string) =>
        `“${typed}” names no weekdays. Write “every day”, “weekdays”, or days like “Mon, Wed, Fri”.`,
    },
    noSchedule: {
      title: 'No such schedule',
      text: (list: string) => `This server has no such schedule. See them with ${list}; pick one while typing.`,
    },
    tooManySchedules: {
      title: 'That is the most',
      text: (most: number) => `A server can have ${most} schedules. Remove one first.`,
    },
    cannotPost: {
      title: 'Attaché cannot post there',
      text: (channel: string, permissions: readonly string[]) =>
        `In ${channel} Attaché lacks: ${list(permissions)}. Grant that in the channel's settings under Permissions, then try again. Nothing was saved.`,
    },
    tooManyChannels: {
      title: 'That is the most',
      text: (most: number) => `At most ${most} channels can be named. Remove one first. Nothing was saved.`,
    },
    missingPermission: {
      title: 'Not allowed',
      text: (permission: string) => `This needs the permission “${permission}” on this server. Ask someone who has it.`,
    },
    serverOnly: {
      title: 'Only on a server',
      text: 'This works in a server where Attaché is installed, not in direct messages.',
    },
    expired: {
      title: 'This is from another time',
      text: 'This button belongs to a version or an article that is gone. Use the command again.',
    },
    noQuestion: {
      title: 'No question for that',
      text: 'Leave out the difficulty, or choose another article or topic.',
    },
    gone: {
      title: 'That question has changed',
      text: 'The library no longer has this question as it was asked. Press “Another”, or ask for a new one.',
    },
    ours: {
      title: 'That went wrong',
      text: (reference: string) =>
        `It is our fault, not yours. Try again in a moment; if it stays, tell whoever runs Attaché this reference: ${reference}.`,
    },
  },
};
