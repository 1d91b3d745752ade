import { command } from '../src/command.ts';
import { WINDOWS, windowAt } from '../src/domain/standings.ts';
import { privateOption, quizTopicOption, readQuizTopic, toAll } from '../src/options.ts';
import { leaderboardCard, ROWS } from '../src/views/leaderboardCard.ts';

export default command({
  name: 'leaderboard',
  description: 'Who has the most points from quiz games on this server, and your own place.',
  where: 'server',
  options: {
    window: {
      type: 'text',
      description: 'This week if you leave it out.',
      choices: [
        { label: 'This week', value: 'week' },
        { label: 'This month', value: 'month' },
        { label: 'All time', value: 'all' },
      ],
    },
    topic: quizTopicOption('Points of all time on one topic. All topics if you leave it out.'),
    private: privateOption,
  },

  async run({ window: chosen, topic: typed, private: isPrivate }, context) {
    const { caller, standings, preferences, words, zone, now, mention } = context;
    const topic = typed === undefined ? undefined : readQuizTopic(typed, context);
    if (topic && 'refused' in topic) return topic.refused;
    const guildId = caller.guildId ?? '';
    const viewer = caller.userId;
    const hidden = preferences.hidden(guildId);
    const name = WINDOWS.find((one) => one === chosen) ?? 'week';
    const window = topic ? { kind: 'topic' as const, topic: topic.is.id } : windowAt(name, now, zone);
    const board = await standings.leaderboard(guildId, { window, viewer, most: ROWS, hidden });
    const viewerHidden = hidden.has(viewer);
    return {
      to: toAll(isPrivate || viewerHidden),
      card: leaderboardCard(words, {
        board,
        window,
        zone,
        topic: topic?.is.name,
        viewer,
        viewerHidden,
        start: mention('quiz start'),
        settings: mention('settings leaderboard'),
      }),
    };
  },
});
