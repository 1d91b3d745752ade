import { fold } from '../folding.ts';
import type { Article } from '../library.ts';
import { outsideQuotes } from '../quotedSpeech.ts';
import type { Finding } from './finding.ts';
import { passages } from './passages.ts';

/** From how many words in a row on a text counts as copied. */
const WORDS = 8;

/**
 * The runs of at least `words` words that `ours` shares with `source`, each as
 * long as it goes, folded. Quotation marks in `ours` exempt what is in them.
 */
export function sharedRuns(ours: string, source: string, words = WORDS): string[] {
  return runsAmong(ours, windowsOf(source, words), words);
}

/** What an article has in common, word for word, with a text it was curated from. */
export function copiedPassages(article: Article, source: string): Finding[] {
  const windows = windowsOf(source, WORDS);
  return passages(article).flatMap(({ text, path }) =>
    runsAmong(text, windows, WORDS).map((run) => ({
      path,
      wrong: `These ${run.split(' ').length} words stand in the source in the same order: “${run}”.`,
      mend: 'Say it in other words, or mark speech as a quotation.',
    })),
  );
}

function runsAmong(ours: string, windows: ReadonlySet<string>, words: number): string[] {
  return outsideQuotes(ours).flatMap((piece) => {
    const tokens = wordsOf(piece);
    const runs: { start: number; end: number }[] = [];
    for (let start = 0; start + words <= tokens.length; start++) {
      if (!windows.has(tokens.slice(start, start + words).join(' '))) continue;
      const last = runs.at(-1);
      if (last && start + words === last.end + 1) last.end++;
      else runs.push({ start, end: start + words });
    }
    return runs.map(({ start, end }) => tokens.slice(start, end).join(' '));
  });
}

function windowsOf(text: string, words: number): ReadonlySet<string> {
  const tokens = wordsOf(text);
  return new Set(
    tokens
      .map((_, start) => tokens.slice(start, start + words))
      .filter((window) => window.length === words)
      .map((window) => window.join(' ')),
  );
}

function wordsOf(text: string): readonly string[] {
  return fold(text).split(' ').filter(Boolean);
}
