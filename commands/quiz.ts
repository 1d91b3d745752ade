import { action, type Context, commandGroup, type Reply, whisper } from '../src/command.ts';
import { nearestOccasion } from '../src/domain/occasions.ts';
import { type Answer, judge, type Place, questionAt, questionNamed, shownOptions } from '../src/domain/quiz.ts';
import { newSeed } from '../src/domain/random.ts';
import {
  articleOption,
  difficultyOf,
  difficultyOption,
  expired,
  quizTopicOption,
  readArticle,
  readQuizTopic,
} from '../src/options.ts';
import { quizScope } from '../src/views/dayCards.ts';
import { noticeCard } from '../src/views/notices.ts';
import { answerDialog, promptCard, questionCard, verdictCard } from '../src/views/quizCards.ts';
import { resume, skip, start, stop } from './quiz/hosting.ts';
import { gamePresses, hint, join } from './quiz/playing.ts';

export default commandGroup({
  name: 'quiz',
  description: 'Quizzes from the library, for a group or alone.',
  actions: {
    start,
    join,
    stop,
    skip,
    resume,
    hint,
    question: action({
      description: 'One question to answer alone. Only you see it.',
      options: {
        article: articleOption('About one article. Any if you leave it out.', {}),
        topic: quizTopicOption('On one topic. Any if you leave it out.'),
        difficulty: difficultyOption,
      },

      run({ article: typed, topic: typedTopic, difficulty }, context) {
        const article = typed === undefined ? undefined : readArticle(typed, context);
        if (article && 'refused' in article) return article.refused;
        const topic = typedTopic === undefined ? undefined : readQuizTopic(typedTopic, context);
        if (topic && 'refused' in topic) return topic.refused;
        const scope = {
          article: article?.is.id,
          topic: article ? undefined : topic?.is.id,
          difficulty: difficultyOf(difficulty),
        };
        return ask({ scope, seed: newSeed(context.random), number: 0 }, context, 'caller');
      },
    }),
  },

  presses: {
    ...gamePresses,
    // The first question of a series opens beside what was read; the next ones take the place of the last.
    ask: ({ place }, context) => ask(place, context, place.number ? 'here' : 'caller'),
    post: ({ schedule, day }, context) => askOfDay(schedule, day, context),
    pick: ({ question, place, shown }, context) => answer(question, place, { kind: 'option', shown }, context),
    type({ question, place, again }, { library, words }) {
      const asked = questionNamed(library, question);
      return asked ? { to: 'dialog', dialog: answerDialog(words, asked, place, again) } : gone({ words });
    },
    typed: ({ question, place, again }, context, { typed: text }) =>
      answer(question, place, { kind: 'typed', text }, context, again),
    arrange: ({ question, place, sofar }, context, { chosen }) =>
      arrange(question, place, [...sofar, ...chosen.map(Number)], context),
  },
});

function ask(place: Place, { library, words, today }: Context, to: 'caller' | 'here'): Reply {
  const asked = questionAt(library, place, today);
  if (!asked) return whisper(noticeCard(words.refusals.noQuestion.title, words.refusals.noQuestion.text));
  return { to, card: questionCard(words, asked, place) };
}

/** About what was posted: the events of the day, or of the nearest one that has any. */
function askOfDay(scheduleId: string, day: string, context: Context): Reply {
  const { library, schedules, caller, random, words } = context;
  const topic = schedules.get(caller.guildId ?? '', scheduleId)?.topic;
  const scope = quizScope(library, nearestOccasion(library, day, topic)?.events ?? []);
  return scope ? ask({ scope, seed: newSeed(random), number: 0 }, context, 'caller') : expired(words);
}

function answer(ref: string, place: Place, given: Answer, { library, words }: Context, again = false): Reply {
  const asked = questionNamed(library, ref);
  const verdict = asked && judge(asked.question, place.seed, given);
  if (!asked || !verdict) return gone({ words });
  switch (verdict.kind) {
    case 'right':
    case 'wrong':
      return { to: 'here', card: verdictCard(words, asked, place, { verdict, answer: given }) };
    case 'more':
      if (given.kind === 'typed' && !again) {
        return { to: 'here', card: promptCard(words, asked, place, verdict.ask, given.text) };
      }
      return { to: 'here', card: verdictCard(words, asked, place, { verdict: { kind: 'wrong' }, answer: given }) };
    case 'unreadable': {
      const note = asked.question.kind === 'year' ? words.quiz.unreadableYear : words.quiz.unreadableText;
      return { to: 'here', card: questionCard(words, asked, place, { note }) };
    }
  }
}

function arrange(ref: string, place: Place, sofar: readonly number[], context: Context): Reply {
  const asked = questionNamed(context.library, ref);
  const shown = asked ? shownOptions(asked.question, place.seed) : [];
  const known = sofar.filter((index, at) => shown[index] !== undefined && sofar.indexOf(index) === at);
  if (!asked || !shown.length || known.length !== sofar.length) return gone(context);
  // With all but one in order, the last has only one place left.
  const rest = shown.flatMap((_, index) => (known.includes(index) ? [] : [index]));
  if (rest.length <= 1) return answer(ref, place, { kind: 'order', shown: [...known, ...rest] }, context);
  return { to: 'here', card: questionCard(context.words, asked, place, { sofar: known }) };
}

/** The library no longer has the question as it was asked. */
function gone({ words }: Pick<Context, 'words'>): Reply {
  return whisper(noticeCard(words.refusals.gone.title, words.refusals.gone.text));
}
