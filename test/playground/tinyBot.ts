import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  ContainerBuilder,
  Events,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { BotPlace } from '../../src/playground/playground.ts';

const CITIES = ['Geneva', 'Ghent', 'Vienna'];

/** A small bot of plain discord.js that does one of each thing the page can show. */
export async function startTinyBot({ apiUrl, token, clock }: BotPlace) {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: apiUrl } });
  const thoughts: Thoughts = [];
  client.on(Events.InteractionCreate, (interaction) => answer(interaction, thoughts));
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
  await client.application?.commands.set([
    {
      name: 'visit',
      description: 'Visit a city.',
      options: [
        {
          name: 'city',
          description: 'Which city.',
          type: ApplicationCommandOptionType.String,
          required: true,
          autocomplete: true,
        },
        {
          name: 'days',
          description: 'How long.',
          type: ApplicationCommandOptionType.Integer,
          minValue: 1,
          maxValue: 9,
        },
      ],
    },
    { name: 'secret', description: 'A word for you alone.' },
    { name: 'slow', description: 'Thinks until told to answer.' },
    { name: 'silent', description: 'Says nothing.' },
    { name: 'rules', description: 'For managers.', defaultMemberPermissions: PermissionFlagsBits.ManageGuild },
  ]);

  async function timeMoved(): Promise<void> {
    const channel = client.guilds.cache.first()?.channels.cache.find(({ name }) => name === 'on-this-day');
    if (channel?.isSendable()) await channel.send(`The bell of <t:${Math.floor(clock() / 1000)}:R>`);
  }

  /** Ends what `/slow` thinks about. */
  async function think(): Promise<void> {
    for (const thought of thoughts.splice(0)) await thought();
  }

  return { stop: () => client.destroy(), timeMoved, think };
}

type Thoughts = (() => Promise<unknown>)[];

async function answer(interaction: Interaction, thoughts: Thoughts): Promise<void> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const fitting = CITIES.filter((city) => city.toLowerCase().startsWith(typed));
    await interaction.respond(fitting.map((city) => ({ name: city, value: city.toLowerCase() })));
  } else if (interaction.isChatInputCommand()) await onCommand(interaction, thoughts);
  else if (interaction.isButton()) await interaction.showModal(noteForm());
  else if (interaction.isStringSelectMenu()) {
    await interaction.update({ components: [card(`Travelling: ${interaction.values.join()}`)] });
  } else if (interaction.isModalSubmit()) {
    await interaction.reply({ content: `Noted: **${interaction.fields.getTextInputValue('note')}**` });
  }
}

async function onCommand(interaction: ChatInputCommandInteraction, thoughts: Thoughts): Promise<void> {
  switch (interaction.commandName) {
    case 'visit': {
      const days = interaction.options.getInteger('days') ?? 1;
      const city = interaction.options.getString('city', true);
      await interaction.reply({ components: [card(`# ${city} for ${days}`)], flags: MessageFlags.IsComponentsV2 });
      return;
    }
    case 'secret':
      await interaction.reply({
        content: 'Psst <script>window.hurt = true</script> [x](javascript:hurt) ||Yalta||',
        flags: MessageFlags.Ephemeral,
      });
      return;
    case 'slow':
      await interaction.deferReply();
      thoughts.push(() => interaction.editReply('Thought of it.'));
      return;
  }
}

function card(text: string): ContainerBuilder {
  return new ContainerBuilder()
    .setAccentColor(0x336699)
    .addTextDisplayComponents(new TextDisplayBuilder().setContent(text))
    .addActionRowComponents<ButtonBuilder>(
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder().setCustomId('note').setLabel('Take a note').setStyle(ButtonStyle.Primary),
        new ButtonBuilder().setURL('https://example.org/').setLabel('Read on').setStyle(ButtonStyle.Link),
      ),
    )
    .addActionRowComponents<StringSelectMenuBuilder>(
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
        new StringSelectMenuBuilder()
          .setCustomId('travel')
          .setPlaceholder('How to travel')
          .addOptions(
            { label: 'By train', value: 'train', description: 'Slow and green' },
            { label: 'By boat', value: 'boat' },
          ),
      ),
    );
}

function noteForm(): ModalBuilder {
  return new ModalBuilder()
    .setCustomId('note-form')
    .setTitle('A note')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Your note')
        .setDescription('A few words.')
        .setTextInputComponent(
          new TextInputBuilder().setCustomId('note').setStyle(TextInputStyle.Paragraph).setMinLength(3),
        ),
    );
}
