/** Which questions a game asks: of the scope, varied, and not soon again. */

import { derive, type Subject, subjectsIn } from '../derived.ts';
import { GLOSSARY_TOPIC } from '../glossary.ts';
import type { Library } from '../library.ts';
import { questionRef, questionsIn, type Scope } from '../quiz.ts';
import { type Seed, seeded, shuffle } from '../random.ts';
import type { CalendarDay } from '../time.ts';
import type { GameQuestion } from './game.ts';

/** Of so many questions one is derived at most, as long as there are enough others. */
const DERIVED_ONE_IN = 3;

export interface Choosing {
  readonly scope: Scope;
  readonly count: number;
  /** Whoever gives the same one, with nothing seen, gets the same questions from the same library in the same order. */
  readonly seed: Seed;
  /** The short names of the questions asked before, the latest last. */
  readonly seen?: readonly string[];
  /** Whether some may be made from events; they are if left out. */
  readonly derived?: boolean;
}

/**
 * The questions of a game, in their order: at most `count`, fewer when there are
 * no more, none twice. Articles and kinds vary as far as the choice allows. What
 * was seen comes only when the rest is used up, and then what was longest ago.
 */
export function choose(
  library: Library,
  { scope, count, seed, seen = [], derived = true }: Choosing,
  today: CalendarDay,
): readonly GameQuestion[] {
  const lastSeen = new Map(seen.map((ref, place) => [ref, place]));
  const isFresh = ({ ref }: { readonly ref: string }) => !lastSeen.has(ref);
  const own = ownQuestions(library, scope, seed, today);
  const subjects = derived ? shuffle(subjectsIn(library, scope, today), seeded(`${seed}/subjects`)) : [];

  const written = varied(own.filter(isFresh), count);
  const share = Math.floor(count / DERIVED_ONE_IN);
  const asked = new Set(written.slice(0, count - share).flatMap(({ article }) => article ?? []));
  // What an article asks about can give away its own events, so those come only when there is nothing else.
  const [apart, close] = split(
    inTurns(subjects.filter(isFresh)),
    ({ articles }) => !articles.some((id) => asked.has(id)),
  );

  const source = (subject: Subject): Source => ({
    ref: subject.ref,
    make() {
      const made = derive(library, subject, seed, today);
      return made && (!scope.difficulty || made.question.difficulty === scope.difficulty) ? made : undefined;
    },
  });
  const fresh = [...apart, ...close].map(source);
  const known = [...own.map((question) => ({ ref: question.ref, make: () => question })), ...subjects.map(source)]
    .filter((one) => !isFresh(one))
    .toSorted((a, b) => (lastSeen.get(a.ref) ?? 0) - (lastSeen.get(b.ref) ?? 0));

  const some = filled([], apart.map(source), share);
  const first = [...written.slice(0, count - some.length), ...some];
  const apartFromEachOther = filled(filled(first, fresh, count), known, count);
  const all = filled(apartFromEachOther, [...fresh, ...known], count, { overlapping: true });
  return mixed(all, seed);
}

/**
 * What a server remembers after a game: `asked` last, and no more than `poolSize` in all.
 * That is best the number of all the library's own questions, whatever the scope was:
 * what is forgotten first is then asked again when all have been asked.
 */
export function remember(seen: readonly string[], asked: readonly string[], poolSize: number): readonly string[] {
  const latest = [...new Set(asked)];
  const kept = [...seen.filter((ref) => !latest.includes(ref)), ...latest];
  return kept.slice(Math.max(0, kept.length - Math.max(0, poolSize)));
}

function ownQuestions(library: Library, scope: Scope, seed: Seed, today: CalendarDay): readonly GameQuestion[] {
  const all = questionsIn(library, scope, today).map((asked) => ({
    ref: questionRef(asked),
    question: asked.question,
    ...(asked.article
      ? { article: asked.article.id, topics: asked.article.topics }
      : { term: asked.term.id, topics: [GLOSSARY_TOPIC] }),
  }));
  return shuffle(all, seeded(`${seed}/questions`));
}

/** So many of them, always one of the article or term, and then of the kind, that there is least of so far. */
function varied(questions: readonly GameQuestion[], count: number): readonly GameQuestion[] {
  const subjects = new Map<string, number>();
  const kinds = new Map<string, number>();
  const left = [...questions];
  const picked: GameQuestion[] = [];
  const subjectOf = ({ article, term }: GameQuestion) => article ?? term ?? '';
  const weight = (one: GameQuestion) =>
    (subjects.get(subjectOf(one)) ?? 0) * questions.length + (kinds.get(one.question.kind) ?? 0);
  while (picked.length < count && left.length) {
    const least = Math.min(...left.map(weight));
    const [next] = left.splice(
      left.findIndex((one) => weight(one) === least),
      1,
    );
    if (!next) break;
    picked.push(next);
    add(subjects, subjectOf(next));
    add(kinds, next.question.kind);
  }
  return picked;
}

/** One of each sort, then the next of each sort. */
function inTurns(subjects: readonly Subject[]): readonly Subject[] {
  const turns = new Map<string, number>();
  return subjects
    .map((subject) => {
      const turn = turns.get(subject.sort) ?? 0;
      turns.set(subject.sort, turn + 1);
      return { subject, turn };
    })
    .toSorted((a, b) => a.turn - b.turn)
    .map(({ subject }) => subject);
}

/** A question that is made only when it is wanted. */
interface Source {
  readonly ref: string;
  make(): GameQuestion | undefined;
}

/**
 * Filled up to `count`. No event is in two questions, since the answer to one
 * would be the answer to the other, unless they may be `overlapping`.
 */
function filled(
  questions: readonly GameQuestion[],
  sources: readonly Source[],
  count: number,
  { overlapping = false } = {},
): readonly GameQuestion[] {
  const all = [...questions];
  const refs = new Set(all.map(({ ref }) => ref));
  const told = new Set(all.flatMap(({ events = [] }) => events));
  for (const { ref, make } of sources) {
    if (all.length >= count) break;
    const made = refs.has(ref) ? undefined : make();
    if (!made || (!overlapping && made.events?.some((id) => told.has(id)))) continue;
    all.push(made);
    refs.add(ref);
    for (const id of made.events ?? []) told.add(id);
  }
  return all;
}

/** In an order of the seed's, as far as it goes with neither kind nor article twice in a row. */
function mixed(questions: readonly GameQuestion[], seed: Seed): readonly GameQuestion[] {
  const left = [...shuffle(questions, seeded(`${seed}/order`))];
  const row: GameQuestion[] = [];
  while (left.length) {
    const last = row.at(-1);
    const alike = (one: GameQuestion) =>
      Number(one.question.kind === last?.question.kind) +
      Number(one.article !== undefined && one.article === last?.article);
    const least = Math.min(...left.map(alike));
    row.push(
      ...left.splice(
        left.findIndex((one) => alike(one) === least),
        1,
      ),
    );
  }
  return row;
}

function add(counts: Map<string, number>, key: string) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function split<T>(all: readonly T[], belongs: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(belongs), all.filter((one) => !belongs(one))];
}
