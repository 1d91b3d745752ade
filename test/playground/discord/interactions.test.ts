import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { buttonsOf, menusOf, textOf } from '../../../src/playground/discord/messageText.ts';
import { aBot, requests } from './aBot.ts';

const PRIVATE = { flags: MessageFlags.Ephemeral } as const;
const commands = [
  {
    name: 'summary',
    description: 'A summary.',
    options: [
      { type: 3, name: 'article', description: 'Which.', required: true, autocomplete: true },
      { type: 8, name: 'role', description: 'Whom.' },
      { type: 7, name: 'channel', description: 'Where.' },
      { type: 4, name: 'count', description: 'How many.', min_value: 1, max_value: 5 },
    ],
  },
  {
    name: 'schedule',
    description: 'Schedules.',
    default_member_permissions: '32',
    contexts: [0],
    options: [{ type: 1, name: 'add', description: 'Adds one.' }],
  },
];

/** A bot whose slash commands are answered by `run`; everything else by `rest`. */
const aSlashBot = (
  run: (interaction: ChatInputCommandInteraction) => Promise<unknown>,
  rest: (interaction: Interaction) => Promise<unknown> = async () => undefined,
  options: { clock?: () => number } = {},
) => aBot((i) => (i.isChatInputCommand() ? run(i) : rest(i)), { commands, ...options });

const article = { article: 'x' };

describe('slash commands', () => {
  test('reach the bot with resolved options and are answered in the channel', async () => {
    const seen: unknown[] = [];
    const { discord } = await aSlashBot(async (i) => {
      const options = i.options;
      seen.push(options.getString('article'), options.getRole('role')?.name, options.getChannel('channel')?.name);
      seen.push(
        options.getInteger('count'),
        i.memberPermissions?.has('ManageGuild'),
        i.appPermissions.has('SendMessages'),
      );
      await i.reply('**Suez**');
    });
    const filled = { article: 'suez', role: '@Delegates', channel: '#quiz-room', count: 3 };
    const outcome = await discord.as('Ana').type('/summary', filled, { channel: '#general' });
    expect(outcome).toMatchObject({ kind: 'message', message: { content: '**Suez**' } });
    expect(seen).toEqual(['suez', 'Delegates', 'quiz-room', 3, false, true]);
    expect(discord.messages(discord.channel('general').channelId, discord.as('Ben').userId)).toHaveLength(1);
  });

  test('carry their subcommands', async () => {
    const { discord } = await aSlashBot((i) => i.reply(i.options.getSubcommand()));
    expect(await discord.as('Mona').type('/schedule add')).toMatchObject({ message: { content: 'add' } });
  });

  test.each([
    ['a missing option', {}, 'article: this option is required.'],
    ['a number too high', { ...article, count: 6 }, 'count: at most 5.'],
    ['a fraction', { ...article, count: 1.5 }, 'count: this must be a whole number.'],
    ['an unknown role', { ...article, role: 'Nobody' }, 'role: there is no such role here.'],
    ['an unknown option', { ...article, colour: 'red' }, 'There is no option called colour.'],
  ])('are not sent with %s', async (_, options, notice) => {
    const { discord } = await aSlashBot((i) => i.reply('never'));
    expect(await discord.as('Ana').type('/summary', options)).toEqual({ kind: 'failed', failure: 'not-valid', notice });
  });

  test('are hidden from those without permission and outside their contexts, unless forced', async () => {
    const { discord } = await aSlashBot((i) => i.reply('forced'));
    const ana = discord.as('Ana');
    const hidden = (channel: string, who = ana) =>
      who.commands(channel).find(({ name }) => name === '/schedule add')?.hidden;
    expect(hidden('#general')).toBe('Needs Manage Server.');
    expect(hidden('dm')).toBe('Not offered in direct messages.');
    expect(hidden('#general', discord.as('Mona'))).toBeUndefined();
    expect(await ana.type('/schedule add')).toMatchObject({ kind: 'failed', failure: 'not-offered' });
    expect(await ana.type('/schedule add', {}, { force: true })).toMatchObject({ message: { content: 'forced' } });
  });

  test('work in direct messages, without a member', async () => {
    const { discord } = await aSlashBot((i) => i.reply(`${i.user.displayName} ${i.inGuild()}`));
    const outcome = await discord.as('Chi').type('/summary', article, { channel: 'dm' });
    expect(outcome).toMatchObject({ kind: 'message', message: { content: 'Chi false' } });
  });

  test('are completed while typing', async () => {
    const { discord } = await aSlashBot(
      async () => undefined,
      async (i) => {
        if (!i.isAutocomplete()) return;
        const { name, value } = i.options.getFocused(true);
        await i.respond([{ name: `${name}: ${value}`, value: `${value}r` }]);
      },
    );
    expect(await discord.as('Ana').complete('/summary', 'article', 'suga')).toMatchObject({
      kind: 'choices',
      choices: [{ name: 'article: suga', value: 'sugar' }],
    });
  });
});

describe('answers', () => {
  test('that are ephemeral are seen by their one person only', async () => {
    const { discord } = await aSlashBot((i) => i.reply({ content: 'psst', ...PRIVATE }));
    const outcome = await discord.as('Ana').type('/summary', article, { channel: '#general' });
    expect(outcome).toMatchObject({ message: { onlyFor: discord.as('Ana').userId, flags: 64 } });
    expect(discord.as('Ana').messages('#general')).toHaveLength(1);
    expect(discord.as('Ben').messages('#general')).toEqual([]);
    const { channelId } = discord.channel('general');
    expect((await requests(discord)('GET', `/channels/${channelId}/messages`)).body).toEqual([]);
  });

  test('that are deferred think first, and stay private as they began', async () => {
    const { discord } = await aSlashBot(async (i) => {
      await i.deferReply(PRIVATE);
      await i.editReply('there');
    });
    const outcome = await discord.as('Ana').type('/summary', article);
    if (outcome.kind !== 'thinking') throw new Error(outcome.kind);
    expect(await outcome.final()).toMatchObject({ content: 'there', onlyFor: discord.as('Ana').userId, flags: 64 });
  });

  test('that are deferred take the first follow-up for the answer', async () => {
    const { discord } = await aSlashBot(async (i) => {
      await i.deferReply();
      await i.followUp({ content: 'there', ...PRIVATE });
    });
    const outcome = await discord.as('Ana').type('/summary', article);
    if (outcome.kind !== 'thinking') throw new Error(outcome.kind);
    expect(await outcome.final()).toMatchObject({ id: outcome.message.id, content: 'there', flags: 0 });
  });

  test('are followed up, privately if so wished', async () => {
    const { discord } = await aSlashBot(async (i) => {
      await i.reply('one');
      await i.followUp({ content: 'two', ...PRIVATE });
    });
    const outcome = await discord.as('Ana').type('/summary', article);
    if (outcome.kind !== 'message') throw new Error(outcome.kind);
    expect(await outcome.followUp()).toMatchObject({
      content: 'two',
      flags: 64,
      message_reference: { message_id: outcome.message.id },
      interaction_metadata: { original_response_message_id: outcome.message.id },
    });
  });

  test('say where they came from', async () => {
    const { discord } = await aSlashBot((i) => i.reply('one'));
    const outcome = await discord.as('Ana').type('/summary', article);
    expect(outcome).toMatchObject({
      message: {
        type: 20,
        webhook_id: discord.applicationId,
        application_id: discord.applicationId,
        author: { id: discord.botUserId },
        interaction_metadata: { type: 2, name: 'summary', user: { id: discord.as('Ana').userId } },
      },
    });
  });

  test('are given back on request', async () => {
    const ids: unknown[] = [];
    const { discord } = await aSlashBot(async (i) => {
      const response = await i.reply({ content: 'one', withResponse: true });
      ids.push(response.resource?.message?.id, (await i.fetchReply()).id);
      await i.deleteReply();
    });
    const gone = discord.whenChanged(({ kind }) => kind === 'message-gone');
    const outcome = await discord.as('Ana').type('/summary', article);
    if (outcome.kind !== 'message') throw new Error(outcome.kind);
    await gone;
    expect(ids).toEqual([outcome.message.id, outcome.message.id]);
    expect(discord.message(outcome.message.id)).toBeUndefined();
  });
});

describe('components', () => {
  const row = () =>
    new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId('facts').setLabel('Key facts').setStyle(ButtonStyle.Primary),
      new ButtonBuilder().setCustomId('off').setLabel('Off').setStyle(ButtonStyle.Primary).setDisabled(true),
    );
  const menu = () =>
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId('topic')
        .setPlaceholder('A topic')
        .addOptions({ label: 'Treaties', value: 't' }, { label: 'Wars', value: 'w' }),
    );

  test('a button updates its message', async () => {
    const { discord } = await aSlashBot(
      (i) => i.reply({ content: 'old', components: [row()] }),
      async (i) => (i.isButton() ? i.update({ content: i.customId, components: [] }) : undefined),
    );
    const shown = await discord.as('Ana').type('/summary', article);
    if (shown.kind !== 'message') throw new Error(shown.kind);
    expect(buttonsOf(shown.message).map(({ label }) => label)).toEqual(['Key facts', 'Off']);
    expect(await discord.as('Ben').press(shown.message, 'Off')).toMatchObject({ failure: 'not-offered' });
    const pressed = await discord.as('Ben').press(shown.message, 'Key facts');
    expect(pressed).toMatchObject({ kind: 'updated', message: { id: shown.message.id, content: 'facts' } });
    expect(await discord.as('Ben').press(shown.message, 'Key facts')).toMatchObject({ failure: 'not-offered' });
  });

  test('a button that is acknowledged quietly is edited later', async () => {
    const { discord } = await aSlashBot(
      (i) => i.reply({ content: 'old', components: [row()] }),
      async (i) => {
        if (!i.isButton()) return;
        await i.deferUpdate();
        await i.editReply('new');
      },
    );
    const shown = await discord.as('Ana').type('/summary', article);
    if (shown.kind !== 'message') throw new Error(shown.kind);
    const pressed = await discord.as('Ben').press(shown.message, 'Key facts');
    if (pressed.kind !== 'quiet') throw new Error(pressed.kind);
    expect(await pressed.final()).toMatchObject({ id: shown.message.id, content: 'new' });
  });

  test('a menu carries what was chosen, and a reply to it is private', async () => {
    const { discord } = await aSlashBot(
      (i) => i.reply({ components: [menu()] }),
      async (i) => (i.isStringSelectMenu() ? i.reply({ content: i.values.join(), ...PRIVATE }) : undefined),
    );
    const shown = await discord.as('Ana').type('/summary', article);
    if (shown.kind !== 'message') throw new Error(shown.kind);
    expect(menusOf(shown.message)).toMatchObject([{ placeholder: 'A topic', customId: 'topic' }]);
    const chosen = await discord.as('Ben').choose(shown.message, 'A topic', ['Wars']);
    expect(chosen).toMatchObject({ kind: 'message', message: { content: 'w', onlyFor: discord.as('Ben').userId } });
    expect(await discord.as('Ben').choose(shown.message, 'A topic', ['Peace'])).toMatchObject({ failure: 'not-valid' });
    expect(await discord.as('Ben').choose(shown.message, 'A topic', ['Wars', 'Treaties'])).toMatchObject({
      failure: 'not-valid',
      notice: 'Choose at most 1.',
    });
  });

  test('menus of roles, channels and people carry what they resolve to', async () => {
    const menus = [
      { type: 6, custom_id: 'roles', max_values: 2 },
      { type: 8, custom_id: 'channels' },
      { type: 5, custom_id: 'people' },
    ];
    const { discord } = await aSlashBot(
      (i) => i.reply({ components: menus.map((one) => ({ type: 1, components: [one as never] })) }),
      async (i) => {
        if (i.isRoleSelectMenu()) return i.reply(i.roles.map(({ name }) => name).join());
        if (i.isChannelSelectMenu()) return i.reply(i.channels.map((one) => ('name' in one ? one.name : '')).join());
        if (i.isUserSelectMenu()) return i.reply(i.users.map(({ displayName }) => displayName).join());
        return undefined;
      },
    );
    const shown = await discord.as('Ana').type('/summary', article);
    if (shown.kind !== 'message') throw new Error(shown.kind);
    const choose = async (menu: string, labels: readonly string[]) => {
      const outcome = await discord.as('Ana').choose(shown.message, menu, labels);
      return outcome.kind === 'message' ? outcome.message.content : outcome;
    };
    expect(await choose('roles', ['@Delegates', 'Tutors'])).toBe('Delegates,Tutors');
    expect(await choose('channels', ['#archive'])).toBe('archive');
    expect(await choose('people', ['Ben'])).toBe('Ben');
    expect(await choose('people', ['Dan'])).toMatchObject({ failure: 'not-valid' });
  });

  test('a dialog takes choices, switches and roles too', async () => {
    const label = (name: string, component: object) => ({ type: 18, label: name, component });
    const options = [
      { label: 'Morning', value: 'am' },
      { label: 'Evening', value: 'pm' },
    ];
    const modal = {
      custom_id: 'm',
      title: 'Schedule',
      components: [
        { type: 10, content: 'When?' },
        label('Time', { type: 3, custom_id: 'time', options }),
        label('Part', { type: 21, custom_id: 'part', options }),
        label('Role', { type: 6, custom_id: 'role', required: false }),
        label('Quiet', { type: 23, custom_id: 'quiet' }),
      ],
    };
    const { discord, refusals } = await aSlashBot(
      (i) => i.showModal(modal as never),
      async (i) => {
        if (!i.isModalSubmit()) return;
        const role = i.fields.getSelectedRoles('role')?.first()?.name;
        await i.reply(`${i.fields.getStringSelectValues('time').join()} ${role}`);
      },
    );
    const opened = await discord.as('Ana').type('/summary', article);
    expect(refusals).toEqual([]);
    if (opened.kind !== 'dialog') throw new Error(opened.kind);
    expect(opened.dialog.fields.map(({ label, kind }) => `${label}: ${kind}`)).toEqual([
      'Time: select',
      'Part: radio',
      'Role: roles',
      'Quiet: checkbox',
    ]);
    const filled = { Time: 'Evening', Part: 'Morning', Role: 'Tutors', Quiet: true };
    expect(await discord.as('Ana').submit(opened.dialog, filled)).toMatchObject({ message: { content: 'pm Tutors' } });
    const sent = discord.wire.findLast((entry) => entry.via === 'gateway' && entry.event === 'INTERACTION_CREATE');
    expect(sent?.via === 'gateway' && sent.body).toMatchObject({
      data: {
        components: [
          { type: 10 },
          { type: 18, component: { type: 3, values: ['pm'] } },
          { type: 18, component: { type: 21, value: 'am' } },
          { type: 18, component: { type: 6 } },
          { type: 18, component: { type: 23, value: true } },
        ],
      },
    });
  });

  test('components v2 are read as a person reads them', async () => {
    const { discord } = await aSlashBot((i) =>
      i.reply({
        flags: MessageFlags.IsComponentsV2,
        components: [
          {
            type: 17,
            components: [
              { type: 10, content: '# Suez' },
              {
                type: 9,
                components: [{ type: 10, content: 'A canal.' }],
                accessory: { type: 2, style: 5, label: 'Source', url: 'https://example.org/' },
              },
              menu().toJSON(),
            ],
          },
        ],
      }),
    );
    const shown = await discord.as('Ana').type('/summary', article);
    if (shown.kind !== 'message') throw new Error(shown.kind);
    expect(textOf(shown.message)).toBe('# Suez\nA canal.\n[Source]\n[A topic ▾]');
  });

  test('a dialog is opened, filled in and answered once', async () => {
    const modal = () =>
      new ModalBuilder()
        .setCustomId('ask')
        .setTitle('Ask')
        .addLabelComponents(
          new LabelBuilder()
            .setLabel('Your question')
            .setTextInputComponent(
              new TextInputBuilder().setCustomId('q').setStyle(TextInputStyle.Short).setMaxLength(10),
            ),
        );
    const { discord } = await aSlashBot(
      (i) => i.showModal(modal()),
      async (i) => (i.isModalSubmit() ? i.reply(i.fields.getTextInputValue('q')) : undefined),
    );
    const ana = discord.as('Ana');
    const opened = await ana.type('/summary', article);
    if (opened.kind !== 'dialog') throw new Error(opened.kind);
    const { dialog } = opened;
    expect(dialog).toMatchObject({ title: 'Ask', fields: [{ label: 'Your question', kind: 'text', required: true }] });
    expect(await ana.submit(dialog, {})).toMatchObject({ failure: 'not-valid' });
    expect(await ana.submit(dialog, { 'Your question': 'much too long' })).toMatchObject({ failure: 'not-valid' });
    expect(await ana.submit(dialog, { 'Your question': 'why?' })).toMatchObject({ message: { content: 'why?' } });
    expect(await ana.submit(dialog, { 'Your question': 'why?' })).toMatchObject({ failure: 'not-offered' });
  });
});

describe('acknowledgement', () => {
  test('happens once', async () => {
    const { discord, refusals } = await aSlashBot(async (i) => {
      await i.reply('one');
      const again = await requests(discord)('POST', `/interactions/${i.id}/${i.token}/callback`, { type: 5 });
      refusals.push(again);
      await i.followUp('over');
    });
    const outcome = await discord.as('Ana').type('/summary', article);
    if (outcome.kind !== 'message') throw new Error(outcome.kind);
    await outcome.followUp();
    expect(refusals).toMatchObject([{ status: 400, body: { code: 40060 } }]);
  });

  test('happens within three seconds, or the interaction is unknown and its webhook too', async () => {
    const held: ChatInputCommandInteraction[] = [];
    const { discord } = await aSlashBot(async (i) => void held.push(i));
    const outcome = await discord.as('Ana').type('/summary', article);
    expect(outcome).toMatchObject({ kind: 'failed', failure: 'no-answer', notice: 'The application did not respond' });
    const [late] = held;
    await expect(late?.reply('late')).rejects.toMatchObject({ status: 404, code: 10062 });
    const { body } = await requests(discord)('POST', `/webhooks/${discord.applicationId}/${late?.token}`, {
      content: 'x',
    });
    expect(body).toMatchObject({ code: 10015 });
  });

  test('leaves the token valid for fifteen minutes', async () => {
    let now = Date.UTC(2026, 0, 1);
    let hold: (interaction: ChatInputCommandInteraction) => void = () => undefined;
    const held = new Promise<ChatInputCommandInteraction>((resolve) => {
      hold = resolve;
    });
    const { discord } = await aSlashBot(
      async (i) => {
        await i.reply('one');
        hold(i);
      },
      undefined,
      { clock: () => now },
    );
    await discord.as('Ana').type('/summary', article);
    const interaction = await held;
    now += 15 * 60_000;
    expect(await interaction.editReply('on time')).toMatchObject({ content: 'on time' });
    now += 1;
    await expect(interaction.editReply('late')).rejects.toMatchObject({ status: 401, code: 50027 });
  });

  test.each([
    ['an update', { type: 7, data: { content: 'x' } }, ['type']],
    ['a quiet deferral', { type: 6 }, ['type']],
    ['suggestions', { type: 8, data: { choices: [] } }, ['type']],
    ['an empty body', { type: 4, data: { content: 'x'.repeat(2001) } }, ['data', 'content']],
    ['a nonce, which means nothing there', { type: 4, data: { content: 'x', nonce: '1' } }, ['data', 'nonce']],
  ])('of a command refuses %s', async (_, callback, path) => {
    const { discord, refusals } = await aSlashBot(async (i) => {
      refusals.push(await requests(discord)('POST', `/interactions/${i.id}/${i.token}/callback`, callback));
      await i.reply('fine');
    });
    expect(await discord.as('Ana').type('/summary', article)).toMatchObject({ message: { content: 'fine' } });
    expect(refusals).toMatchObject([{ status: 400, body: { code: 50035 } }]);
    expect(refusals).toHaveProperty([0, 'body', 'errors', ...path, '_errors']);
  });

  test('of a dialog refuses another dialog', async () => {
    const modal = {
      custom_id: 'm',
      title: 'M',
      components: [{ type: 18, label: 'L', component: { type: 4, custom_id: 'q', style: 1, required: false } }],
    };
    const { discord, refusals } = await aSlashBot(
      (i) => i.showModal(modal as never),
      async (i) => {
        if (!i.isModalSubmit()) return;
        const body = { type: 9, data: modal };
        refusals.push(await requests(discord)('POST', `/interactions/${i.id}/${i.token}/callback`, body));
        await i.reply('fine');
      },
    );
    const opened = await discord.as('Ana').type('/summary', article);
    if (opened.kind !== 'dialog') throw new Error(opened.kind);
    expect(await discord.as('Ana').submit(opened.dialog, {})).toMatchObject({ message: { content: 'fine' } });
    expect(refusals).toMatchObject([{ status: 400, body: { code: 50035, errors: { type: {} } } }]);
  });
});

describe('suggestions are refused', () => {
  const choices = (count: number, more: object = {}) =>
    Array.from({ length: count }, (_, n) => ({ name: `${n}`, value: `${n}`, ...more }));

  test.each<[string, object[], (string | number)[]]>([
    ['when there are 26', choices(26), ['choices']],
    ['with a name too long', choices(1, { name: 'x'.repeat(101) }), ['choices', 0, 'name']],
    ['with a value too long', choices(1, { value: 'x'.repeat(101) }), ['choices', 0, 'value']],
    ['with a number for text', choices(1, { value: 1 }), ['choices', 0, 'value']],
  ])('%s', async (_, list, path) => {
    const { discord, refusals } = await aSlashBot(
      async () => undefined,
      async (i) => {
        if (!i.isAutocomplete()) return;
        const body = { type: 8, data: { choices: list } };
        refusals.push(await requests(discord)('POST', `/interactions/${i.id}/${i.token}/callback`, body));
        await i.respond(choices(25) as never);
      },
    );
    const completion = await discord.as('Ana').complete('/summary', 'article', 's');
    expect(completion).toMatchObject({ kind: 'choices', choices: { length: 25 } });
    expect(refusals).toMatchObject([{ status: 400, body: { code: 50035 } }]);
    expect(refusals).toHaveProperty([0, 'body', 'errors', 'data', ...path, '_errors']);
  });
});

describe('a dialog is refused', () => {
  const label = (more: object = {}, field: object = {}) => ({
    type: 18,
    label: 'L',
    component: { type: 4, custom_id: 'q', style: 1, ...field },
    ...more,
  });
  const modal = (...components: object[]) => ({ custom_id: 'm', title: 'M', components });

  test.each<[string, object, (string | number)[]]>([
    ['with a title too long', { ...modal(label()), title: 'x'.repeat(46) }, ['title']],
    ['with nothing in it', modal(), ['components']],
    ['with six components', modal(...[1, 2, 3, 4, 5, 6].map((n) => label({}, { custom_id: `${n}` }))), ['components']],
    ['with a label too long', modal(label({ label: 'x'.repeat(46) })), ['components', 0, 'label']],
    ['with a description too long', modal(label({ description: 'x'.repeat(101) })), ['components', 0, 'description']],
    ['with one custom id twice', modal(label(), label()), ['components', 1, 'component', 'custom_id']],
    [
      'with a value too long',
      modal(label({}, { max_length: 1, value: 'xx' })),
      ['components', 0, 'component', 'value'],
    ],
    [
      'with a button',
      modal({ type: 1, components: [{ type: 2, style: 1, custom_id: 'a' }] }),
      ['components', 0, 'components', 0, 'type'],
    ],
  ])('%s', async (_, data, path) => {
    const { discord, refusals } = await aSlashBot(async (i) => {
      const body = { type: 9, data };
      refusals.push(await requests(discord)('POST', `/interactions/${i.id}/${i.token}/callback`, body));
      await i.reply('fine');
    });
    await discord.as('Ana').type('/summary', article);
    expect(refusals).toMatchObject([{ status: 400, body: { code: 50035 } }]);
    expect(refusals).toHaveProperty([0, 'body', 'errors', 'data', ...path, '_errors']);
  });
});

describe('a private message', () => {
  const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'Mine', custom_id: 'mine' }] }];

  test('is pressed, and dismissed, by its one person only', async () => {
    const { discord } = await aSlashBot(
      (i) => i.reply({ content: 'psst', components, ...PRIVATE }),
      async (i) => (i.isButton() ? i.update({ content: 'done', components: [] }) : undefined),
    );
    const [ana, ben] = [discord.as('Ana'), discord.as('Ben')];
    const shown = await ana.type('/summary', article);
    if (shown.kind !== 'message') throw new Error(shown.kind);
    expect(await ben.press(shown.message, 'Mine')).toMatchObject({ failure: 'not-offered' });
    expect(await ana.press(shown.message, 'Mine')).toMatchObject({
      kind: 'updated',
      message: { content: 'done', flags: 64 },
    });
    ben.dismiss(shown.message);
    expect(ana.messages()).toHaveLength(1);
    ana.dismiss(shown.message);
    expect(ana.messages()).toEqual([]);
  });

  test('cannot be made public by an edit', async () => {
    const { discord } = await aSlashBot(async (i) => {
      await i.reply({ content: 'psst', ...PRIVATE });
      await i.editReply({ content: 'still', flags: MessageFlags.SuppressEmbeds });
      await i.followUp('over');
    });
    const shown = await discord.as('Ana').type('/summary', article);
    if (shown.kind !== 'message') throw new Error(shown.kind);
    await shown.followUp();
    expect(discord.message(shown.message.id)).toMatchObject({ content: 'still', flags: 64 | 4 });
  });
});

describe('components v2', () => {
  const words = { flags: MessageFlags.IsComponentsV2, components: [{ type: 10, content: 'new' }] } as const;

  test('replace a deferred answer', async () => {
    const { discord } = await aSlashBot(async (i) => {
      await i.deferReply();
      await i.editReply(words);
    });
    const outcome = await discord.as('Ana').type('/summary', article);
    if (outcome.kind !== 'thinking') throw new Error(outcome.kind);
    expect(textOf((await outcome.final()) ?? outcome.message)).toBe('new');
  });

  test('replace old content only when that is given up in the same edit', async () => {
    const { discord, refusals } = await aSlashBot(async (i) => {
      await i.reply('old');
      await i.editReply(words).catch((error: unknown) => refusals.push(error));
      await i.editReply({ ...words, content: null });
      await i.followUp('over');
    });
    const outcome = await discord.as('Ana').type('/summary', article);
    if (outcome.kind !== 'message') throw new Error(outcome.kind);
    await outcome.followUp();
    expect(refusals).toMatchObject([{ status: 400, code: 50035 }]);
    expect(textOf(discord.message(outcome.message.id) ?? outcome.message)).toBe('new');
  });
});
