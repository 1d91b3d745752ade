import { describe, expect, test } from 'vitest';
import { aDiscord, requests } from './aBot.ts';

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const row = (...components: object[]) => ({ type: 1, components });
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Press', custom_id: 'a', ...more });
const select = (more: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: [
    { label: 'One', value: '1' },
    { label: 'Two', value: '2' },
  ],
  ...more,
});
const v2 = (...components: object[]) => ({ flags: V2, components });

/** The paths at which a refusal names faults, each with its code. */
function faultsIn(node: unknown, path = ''): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === '_errors'
      ? (value as readonly { code: string }[]).map(({ code }) => `${path} ${code}`)
      : faultsIn(value, path ? `${path}.${key}` : key),
  );
}

describe('a message is refused', () => {
  test.each<[string, object, string[]]>([
    ['with text too long', { content: 'x'.repeat(2001) }, ['content BASE_TYPE_MAX_LENGTH']],
    ['with text that is none', { content: 5 }, ['content STRING_TYPE_CONVERT']],
    ['with a field unknown to Discord', { content: 'x', colour: 1 }, ['colour LOCAL_UNKNOWN_FIELD']],
    ['with a nonce too long', { content: 'x', nonce: 'x'.repeat(26) }, ['nonce BASE_TYPE_MAX_LENGTH']],
    [
      'with embeds too long together',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
      ['embeds MAX_EMBED_SIZE_EXCEEDED'],
    ],
    [
      'with mentions allowed in two ways at once',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      ['allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
    ],
    [
      'with content beside components v2',
      { ...v2(text('x')), content: 'y' },
      ['content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    ],
    [
      'with embeds beside components v2',
      { ...v2(text('x')), embeds: [{ title: 'y' }] },
      ['embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
    ],
    ['with components v2 but not their flag', { components: [text('x')] }, ['components.0 UNION_TYPE_CHOICES']],
    ['with a component there is not', v2({ type: 99 }), ['components.0 UNION_TYPE_CHOICES']],
    [
      'with six rows of the old kind',
      { components: [1, 2, 3, 4, 5, 6].map((n) => row(button({ custom_id: `${n}` }))) },
      ['components BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'with text displays too long together',
      v2(text('x'.repeat(2001)), text('x'.repeat(2000))),
      ['components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
    ],
    [
      'with 41 components, nested ones counted',
      v2(
        { type: 17, components: Array.from({ length: 20 }, () => text('x')) },
        ...Array.from({ length: 20 }, () => text('x')),
      ),
      ['components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
    ],
    [
      'with six buttons in a row',
      { components: [row(...['1', '2', '3', '4', '5', '6'].map((id) => button({ custom_id: id })))] },
      ['components.0.components BASE_TYPE_BAD_LENGTH'],
    ],
    [
      'with a select beside a button',
      { components: [row(button(), select())] },
      ['components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
    ],
    [
      'with one custom id twice',
      { components: [row(button(), button())] },
      ['components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
    ],
    [
      'with a custom id too long',
      { components: [row(button({ custom_id: 'x'.repeat(101) }))] },
      ['components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH'],
    ],
    [
      'with a label too long',
      { components: [row(button({ label: 'x'.repeat(81) }))] },
      ['components.0.components.0.label BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'with a button of no custom id',
      { components: [row({ type: 2, style: 1, label: 'x' })] },
      ['components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED'],
    ],
    [
      'with a link of no address',
      { components: [row({ type: 2, style: 5, label: 'x' })] },
      ['components.0.components.0.url BUTTON_COMPONENT_URL_REQUIRED'],
    ],
    [
      'with a link that has a custom id',
      { components: [row(button({ style: 5, url: 'https://example.org' }))] },
      ['components.0.components.0.url BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE'],
    ],
    [
      'with a button that says nothing',
      { components: [row({ type: 2, style: 1, custom_id: 'a' })] },
      ['components.0.components.0.label BASE_TYPE_REQUIRED'],
    ],
    [
      'with 26 options',
      { components: [row(select({ options: Array.from({ length: 26 }, (_, n) => ({ label: 'x', value: `${n}` })) }))] },
      ['components.0.components.0.options BASE_TYPE_BAD_LENGTH'],
    ],
    [
      'with an option said twice',
      { components: [row(select({ options: [1, 2].map(() => ({ label: 'x', value: '1' })) }))] },
      ['components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED'],
    ],
    [
      'with a description too long',
      { components: [row(select({ options: [{ label: 'x', value: '1', description: 'x'.repeat(101) }] }))] },
      ['components.0.components.0.options.0.description BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'with a placeholder too long',
      { components: [row(select({ placeholder: 'x'.repeat(151) }))] },
      ['components.0.components.0.placeholder BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'with more to choose than there is',
      { components: [row(select({ max_values: 3 }))] },
      ['components.0.components.0.max_values NUMBER_TYPE_MAX'],
    ],
    [
      'with a section of no accessory',
      v2({ type: 9, components: [text('x')] }),
      ['components.0.accessory BASE_TYPE_REQUIRED'],
    ],
    [
      'with a container in a container',
      v2({ type: 17, components: [{ type: 17, components: [text('x')] }] }),
      ['components.0.components.0 UNION_TYPE_CHOICES'],
    ],
    [
      'with a picture that was not sent along',
      v2({ type: 12, items: [{ media: { url: 'attachment://map.png' } }] }),
      ['components.0.items.0.media.url UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'],
    ],
    ['with an empty text display', v2(text('')), ['components.0.content BASE_TYPE_REQUIRED']],
  ])('%s', async (_, body, faults) => {
    const discord = await aDiscord();
    const path = `/channels/${discord.channel('general').channelId}/messages`;
    const answer = await requests(discord)('POST', path, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    expect(faultsIn(answer.body.errors)).toEqual(faults);
  });

  test.each<[string, object]>([
    ['exactly 2000 characters', { content: 'x'.repeat(2000) }],
    ['text displays of exactly 4000 characters', v2(text('x'.repeat(2000)), text('y'.repeat(2000)))],
    ['exactly 40 components', v2(...Array.from({ length: 40 }, () => text('x')))],
    [
      'five buttons in a row',
      { components: [row(...['1', '2', '3', '4', '5'].map((id) => button({ custom_id: id })))] },
    ],
  ])('but not with %s', async (_, body) => {
    const discord = await aDiscord();
    const path = `/channels/${discord.channel('general').channelId}/messages`;
    expect(await requests(discord)('POST', path, body)).toMatchObject({ status: 200 });
  });

  test('with nothing in it', async () => {
    const discord = await aDiscord();
    const path = `/channels/${discord.channel('general').channelId}/messages`;
    expect(await requests(discord)('POST', path, { content: '' })).toMatchObject({ body: { code: 50006 } });
  });
});

describe('a command is refused', () => {
  const command = (more: object) => ({ name: 'x', description: 'd', ...more });
  const option = (more: object = {}) => ({ type: 3, name: 'o', description: 'd', ...more });

  test.each<[string, object, string[]]>([
    ['with capitals in its name', command({ name: 'Fact' }), ['0.name APPLICATION_COMMAND_INVALID_NAME']],
    ['with a space in its name', command({ name: 'a b' }), ['0.name APPLICATION_COMMAND_INVALID_NAME']],
    ['with a name too long', command({ name: 'x'.repeat(33) }), ['0.name BASE_TYPE_BAD_LENGTH']],
    ['without a description', { name: 'x' }, ['0.description BASE_TYPE_REQUIRED']],
    ['with a description too long', command({ description: 'x'.repeat(101) }), ['0.description BASE_TYPE_MAX_LENGTH']],
    [
      'with a required option after one that is not',
      command({ options: [option(), option({ name: 'p', required: true })] }),
      ['0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
    ],
    [
      'with an option twice',
      command({ options: [option(), option()] }),
      ['0.options.1.name APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS'],
    ],
    [
      'with subcommands beside options',
      command({ options: [option(), { type: 1, name: 's', description: 'd' }] }),
      ['0.options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID'],
    ],
    [
      'with choices that are also suggested',
      command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }),
      ['0.options.0.autocomplete APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES'],
    ],
    [
      'with 26 options',
      command({ options: Array.from({ length: 26 }, (_, n) => option({ name: `o${n}` })) }),
      ['0.options BASE_TYPE_MAX_LENGTH'],
    ],
    [
      'with too much in it',
      command({
        options: Array.from({ length: 4 }, (_, n) =>
          option({
            name: `o${n}`,
            choices: Array.from({ length: 25 }, (_, c) => ({
              name: `${c}`.padEnd(50, '-'),
              value: `${c}`.padEnd(50, '-'),
            })),
          }),
        ),
      }),
      ['0 APPLICATION_COMMAND_TOO_LARGE'],
    ],
  ])('%s', async (_, body, faults) => {
    const discord = await aDiscord();
    const answer = await requests(discord)('PUT', `/applications/${discord.applicationId}/commands`, [body]);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(faultsIn(answer.body.errors)).toEqual(expect.arrayContaining(faults));
  });

  test('when another has its name', async () => {
    const discord = await aDiscord();
    const path = `/applications/${discord.applicationId}/commands`;
    const answer = await requests(discord)('PUT', path, [command({}), command({})]);
    expect(faultsIn(answer.body.errors)).toEqual(['1.name APPLICATION_COMMANDS_DUPLICATE_NAME']);
  });

  test('when there are a hundred', async () => {
    const discord = await aDiscord();
    const path = `/applications/${discord.applicationId}/commands`;
    const many = Array.from({ length: 101 }, (_, n) => command({ name: `c${n}` }));
    expect(await requests(discord)('PUT', path, many)).toMatchObject({ body: { code: 30032 } });
    expect(await requests(discord)('PUT', path, many.slice(1))).toMatchObject({ status: 200 });
  });
});

describe('registered commands', () => {
  const command = { name: 'x', description: 'd', default_member_permissions: '32' };

  test('keep their id and version while they stay the same', async () => {
    const discord = await aDiscord();
    const put = (body: object) => requests(discord)('PUT', `/applications/${discord.applicationId}/commands`, [body]);
    const [first] = (await put(command)).body;
    const [same] = (await put(command)).body;
    const [changed] = (await put({ ...command, description: 'e' })).body;
    expect(same).toEqual(first);
    expect(changed.id).toBe(first.id);
    expect(changed.version).not.toBe(first.version);
  });

  test('show their localisations only when asked', async () => {
    const discord = await aDiscord();
    const path = `/applications/${discord.applicationId}/commands`;
    await requests(discord)('POST', path, { ...command, name_localizations: { de: 'y' } });
    const [plain] = (await requests(discord)('GET', path)).body;
    const [whole] = (await requests(discord)('GET', `${path}?with_localizations=true`)).body;
    expect([plain.name_localizations, whole.name_localizations]).toEqual([undefined, { de: 'y' }]);
  });

  test('can be added to, changed and removed one by one, for one guild', async () => {
    const discord = await aDiscord();
    const [guild] = discord.world.guilds;
    const path = `/applications/${discord.applicationId}/guilds/${guild?.guildId}/commands`;
    const ask = requests(discord);
    const added = await ask('POST', path, command);
    expect(added.status).toBe(201);
    expect(await ask('PATCH', `${path}/${added.body.id}`, { description: 'e' })).toMatchObject({
      body: { id: added.body.id, name: 'x', description: 'e' },
    });
    expect(await ask('DELETE', `${path}/${added.body.id}`)).toMatchObject({ status: 204 });
    expect(await ask('DELETE', `${path}/${added.body.id}`)).toMatchObject({ status: 404, body: { code: 10063 } });
  });
});
