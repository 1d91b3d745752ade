import { type Context, command, type Reply } from '../src/command.ts';
import type { Topic } from '../src/domain/library.ts';
import { eventsOnDay } from '../src/domain/occasions.ts';
import { newSeed } from '../src/domain/random.ts';
import { dayOption, expired, privateOption, readDayOption, readTopic, toAll, topicOption } from '../src/options.ts';
import { dayCard } from '../src/views/dayCards.ts';

export default command({
  name: 'onthisday',
  description: 'What happened on a day in the history of diplomacy, and why it mattered.',
  options: {
    date: dayOption('Which day, such as “29 September”. Today if you leave it out.'),
    topic: topicOption('Stay on one topic. All topics if you leave it out.'),
    private: privateOption,
  },

  run({ date = 'today', topic: typed, private: isPrivate }, context) {
    const day = readDayOption(date, context);
    if ('refused' in day) return day.refused;
    const topic = typed === undefined ? undefined : readTopic(typed, context);
    if (topic && 'refused' in topic) return topic.refused;
    return { to: toAll(isPrivate), card: show(day.is, topic?.is, 0, context) };
  },

  presses: {
    day({ day, topic: id, page }, context): Reply {
      const topic = id === undefined ? undefined : context.library.topic(id);
      if (id !== undefined && !topic) return expired(context.words);
      return { to: 'here', card: show(day, topic, page, context) };
    },
  },
});

function show(day: string, topic: Topic | undefined, page: number, { library, words, random }: Context) {
  return dayCard(words, library, {
    day,
    events: eventsOnDay(library, day, topic?.id),
    topic,
    page,
    series: newSeed(random),
  });
}
