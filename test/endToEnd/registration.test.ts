import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { BrokenDataset } from '../../src/adapters/dataset/faults.ts';
import { pinoLog } from '../../src/adapters/log.ts';
import { startBot } from '../../src/bot.ts';
import { seeded } from '../../src/domain/random.ts';
import { textOf } from '../../src/playground/discord/messageText.ts';
import { aClub, type Club, messageIn } from '../support/aClub.ts';
import { aDataset } from '../support/aDataset.ts';
import { pagesFrom } from '../support/turning.ts';

const registrations = ({ discord }: Club) =>
  discord.wire.filter((entry) => entry.via === 'rest' && entry.method === 'PUT' && entry.path.endsWith('/commands'));

/** What is registered, without what Discord adds. */
const essenceOf = ({ commands }: Club['discord']) =>
  commands.map(({ id: _id, version: _version, application_id: _application, ...rest }) => rest);

/** Changes what Discord knows of the bot's commands, as an older version would have left it. */
async function registerOtherwise({ discord }: Club, change: (commands: Command[]) => Command[]) {
  const response = await fetch(`${discord.apiUrl}/v10/applications/${discord.applicationId}/commands`, {
    method: 'PUT',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(change(essenceOf(discord) as Command[])),
  });
  expect(response.status).toBe(200);
}
type Command = { name: string; description: string; options?: { description: string; required?: boolean }[] };

describe('commands', () => {
  test('are registered at the first start, and not again at the second', async () => {
    const club = await aClub({ data: await aDataset() });
    expect(registrations(club)).toHaveLength(1);
    await club.restart();
    await club.restart();
    expect(registrations(club)).toHaveLength(1);
    expect(club.discord.commands.map(({ name }) => name)).toEqual(commands.map(({ name }) => name));
  });

  test.each<[what: string, change: (commands: Command[]) => Command[]]>([
    ['lacks one', (all) => all.slice(1)],
    ['has one too many', (all) => [...all, { name: 'old', description: 'Gone since.' }]],
    ['describes one otherwise', (all) => all.map((one) => ({ ...one, description: 'Otherwise.' }))],
    [
      'describes an option otherwise',
      (all) =>
        all.map((one) =>
          one.name === 'facts'
            ? { ...one, options: one.options?.map((o) => ({ ...o, description: 'Otherwise.' })) ?? [] }
            : one,
        ),
    ],
    [
      'demands less',
      (all) =>
        all.map((one) =>
          one.name === 'facts' ? { ...one, options: one.options?.map((o) => ({ ...o, required: false })) ?? [] } : one,
        ),
    ],
    ['opens one to everybody', (all) => all.map((one) => ({ ...one, default_member_permissions: null }))],
    ['keeps one from direct messages', (all) => all.map((one) => ({ ...one, contexts: [0] }))],
  ])('are registered again when Discord %s', async (_, change) => {
    const club = await aClub({ data: await aDataset() });
    const ours = essenceOf(club.discord);
    await registerOtherwise(club, change);
    expect(registrations(club)).toHaveLength(2);
    await club.restart();
    expect(registrations(club)).toHaveLength(3);
    expect(essenceOf(club.discord)).toEqual(ours);
    await club.restart();
    expect(registrations(club)).toHaveLength(3);
  });

  test('that only came in another order are left as they are', async () => {
    const club = await aClub({ data: await aDataset() });
    await registerOtherwise(club, (all) => all.toReversed());
    await club.restart();
    expect(registrations(club)).toHaveLength(2);
    const ana = club.discord.as('Ana');
    const help = (await pagesFrom(ana, messageIn(await ana.type('/help')))).join('\n');
    for (const { name, command } of ana.commands('#general')) expect(help).toContain(`<${name}:${command.id}>`);
  });

  test('for reading may be used anywhere, those for managing on servers by managers', async () => {
    const club = await aClub({ data: await aDataset() });
    const reading = ['summary', 'facts', 'timeline', 'articles', 'quiz', 'onthisday', 'help', 'about'];
    for (const command of club.discord.commands) {
      const anywhere = { contexts: [0, 1, 2], integration_types: [0, 1], default_member_permissions: null };
      const managed = { contexts: [0], integration_types: [0], default_member_permissions: '32' };
      if (reading.includes(command.name)) expect(command).toMatchObject(anywhere);
      if (command.name === 'schedule') expect(command).toMatchObject(managed);
    }
  });
});

test('the bot asks for the servers, and for no intent beyond', async () => {
  const club = await aClub({ data: await aDataset() });
  const identified = club.discord.wire.filter((entry) => entry.via === 'gateway' && entry.opcode === 2);
  expect(identified).toMatchObject([{ direction: 'out', body: { intents: 1 } }]);
});

describe('a start that cannot be', () => {
  const partsOf = ({ discord, storeUrl, clock }: Club) => ({
    token: discord.token,
    api: discord.apiUrl,
    storeUrl,
    clock,
    random: seeded('start'),
    log: pinoLog('silent'),
  });

  test('with a token that Discord does not know ends with that, and the next start is free to go', async () => {
    const club = await aClub({ data: await aDataset() });
    await club.stop();
    const start = startBot({ ...partsOf(club), token: 'wrong' });
    await expect(start).rejects.toMatchObject({ code: 'TokenInvalid', message: 'An invalid token was provided.' });
    expect(club.discord.connected).toBe(false);
    await club.start();
    expect(textOf(messageIn(await club.discord.as('Ana').type('/about')))).toContain('About Attaché');
  });

  test('with a Discord that is not there ends with an error', async () => {
    const club = await aClub({ data: await aDataset() });
    await expect(startBot({ ...partsOf(club), api: 'http://127.0.0.1:1/api' })).rejects.toThrow();
  });

  test('with a broken dataset lists every fault, and never turns to Discord', async () => {
    const club = await aClub({ data: await aDataset() });
    await club.stop();
    const before = club.discord.wire.length;
    const data = await aDataset({ 'topics.json': { topics: [{ id: 'Europe' }] }, 'events/10.json': '{ "events": [ }' });
    const error: unknown = await startBot({ ...partsOf(club), data }).catch((fault: unknown) => fault);
    expect(error).toBeInstanceOf(BrokenDataset);
    const { message } = error as BrokenDataset;
    expect(message).toMatch(/^The dataset has \d+ faults in \d+ files:/);
    expect(message).toMatch(/topics\.json:\d+ {2}\$\.topics\[0\]\.id/);
    expect(message).toMatch(/topics\.json:\d+ {2}\$\.topics\[0\]\.name/);
    expect(message).toMatch(/events\/10\.json:1/);
    expect(club.discord.wire).toHaveLength(before);
  });

  test('with a store that cannot be opened ends with an error', async () => {
    const club = await aClub({ data: await aDataset() });
    await expect(
      startBot({ ...partsOf(club), storeUrl: `sqlite://${import.meta.filename}/none.sqlite` }),
    ).rejects.toThrow();
  });
});
