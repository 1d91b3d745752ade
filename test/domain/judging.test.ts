import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/adapters/dataset/load.ts';
import { answerGiven } from '../../src/domain/judging.ts';
import type { TextQuestion } from '../../src/domain/library.ts';
import { aText, aYear, TODAY } from '../support/anArticle.ts';

const RIGHT = { kind: 'right' };
const WRONG = { kind: 'wrong' };

/** What becomes of `text` where only `wanted` is accepted. */
function judged(wanted: string, text: string) {
  return answerGiven(aText({ answers: { accept: [wanted], prompt: [], reject: [] } }), text).kind;
}

describe('an answer line', () => {
  const question = aText({
    answers: {
      accept: ['Yoshihide Suga', 'Suga'],
      prompt: [{ text: 'Yoshihide', ask: 'Which one?' }],
      reject: [{ text: 'Shinzo Abe', reason: 'He had resigned.' }],
    },
  });

  test.each([
    ['Yoshihide Suga', RIGHT],
    ['suga', RIGHT],
    ['Yoshihide', { kind: 'more', ask: 'Which one?' }],
    ['Yosihide', { kind: 'more', ask: 'Which one?' }],
    ['Shinzo Abe', { kind: 'wrong', reason: 'He had resigned.' }],
    ['shinzō abe', { kind: 'wrong', reason: 'He had resigned.' }],
    ['Taro Aso', WRONG],
    ['   ', { kind: 'unreadable' }],
    ['…?!', { kind: 'unreadable' }],
  ])('“%s”', (text, verdict) => {
    expect(answerGiven(question, text)).toEqual(verdict);
  });

  test('what is nearest counts: a near miss that is named is no slip', () => {
    const answers = { accept: ['1956 declaration'], prompt: [], reject: [{ text: '1951 declaration', reason: 'No.' }] };
    expect(answerGiven(aText({ answers }), '1951 declaration')).toEqual({ kind: 'wrong', reason: 'No.' });
    const names = { accept: ['Kuropatkin'], prompt: [], reject: [{ text: 'Kurapatkin', reason: 'Another man.' }] };
    expect(answerGiven(aText({ answers: names }), 'Kurapatkin')).toEqual({ kind: 'wrong', reason: 'Another man.' });
  });
});

describe('what is forgiven', () => {
  test.each([
    ['case', 'Yoshihide Suga', 'yoshihide SUGA'],
    ['accents that are left out', 'Shinzō Abe', 'Shinzo Abe'],
    ['accents that are put in', 'Shinzo Abe', 'Shinzō Abé'],
    ['punctuation', 'U.S. bases', 'us bases!'],
    ['a leading article', 'Venice Commission', 'the Venice Commission'],
    ['an article that is left out', 'The Hague', 'Hague'],
    ['hyphens', 'Gaza-Jericho', 'Gaza Jericho'],
    ['a word written apart', 'seabed', 'sea bed'],
    ['an ampersand', 'Trade and Industry', 'Trade & Industry'],
    ['full-width letters', 'Suga', 'Ｓｕｇａ'],
    ['ligatures', 'Æthiopia', 'Aethiopia'],
    ['Cyrillic', 'Putin', 'Путин'],
    ['Cyrillic with ё', 'Gorbachev', 'Горбачёв'],
    ['Cyrillic with й', 'Sergey Lavrov', 'Сергей Лавров'],
    ['hiragana with its marks', 'Habomai', 'はぼまい'],
    ['katakana', 'Shikotan', 'シコタン'],
    ['Chinese', 'Bei Jing', '北京'],
    ['a letter missing', 'Shikotan', 'Shikotn'],
    ['a letter too many', 'Shikotan', 'Shikkotan'],
    ['another letter', 'Shikotan', 'Shikatan'],
    ['two letters swapped', 'Putin', 'Ptuin'],
    ['two slips in a long word', 'Constitution', 'Konstitusion'],
    ['a slip in each of two words', 'Vladimir Mashkov', 'Vladimr Mashkof'],
    ['a list in another order', 'Habomai and Shikotan', 'Shikotan and Habomai'],
    ['a list with a comma', 'Habomai and Shikotan', 'Shikotan, Habomai'],
    ['a list with a slip in another order', 'Habomai and Shikotan', 'Shikotn & Habomai'],
    ['a list in Russian', 'Khabomai and Shikotan', 'Шикотан и Хабомаи'],
    ['a title', 'Suga', 'Prime Minister Suga'],
    ['a sentence', 'Moscow', 'It was in Moscow'],
    ['a preposition', 'Moscow', 'in Moscow'],
    ['a date as it is', '1956 declaration', 'the 1956 declaration'],
  ])('%s', (_, wanted, text) => {
    expect(judged(wanted, text)).toBe('right');
  });
});

describe('what is not', () => {
  test.each([
    ['Suga', 'Sugar'],
    ['Suga', 'Soga'],
    ['Abe', 'Aba'],
    ['Iran', 'Iraq'],
    ['Iraq', 'Iran'],
    ['Austria', 'Australia'],
    ['Australia', 'Austria'],
    ['North Korea', 'South Korea'],
    ['South Korea', 'North Korea'],
    ['Northern Territories', 'Southern Territories'],
    ['East Germany', 'West Germany'],
    ['Gambia', 'Zambia'],
    ['Iceland', 'Ireland'],
    ['treaty with Iceland', 'treaty with Ireland'],
    ['Niger', 'Nigeria'],
    ['Slovakia', 'Slovenia'],
    ['bilateral talks', 'trilateral talks'],
    ['aggression pact', 'non-aggression pact'],
    ['1956 declaration', '1951 declaration'],
    ['Article 9', 'Article 6'],
    ['Article 107', 'Article 17'],
    ['Resolution 242', 'Resolution'],
    ['10000 troops', '10001 troops'],
    ['Constitution', 'Konstitusiom'],
    ['Constitution', 'Konztitusion'],
    ['Moscow', 'Russia'],
    ['Moscow', 'Moscow or Tokyo'],
    ['President of Russia', 'Prime Minister of Russia'],
    ['Habomai and Shikotan', 'Habomai'],
    ['Habomai and Shikotan', 'Habomai and Kunashir'],
    ['Suga', 'S'],
    ['Suga', 'Yoshihide Suga and Shinzo Abe'],
  ])('for “%s”, “%s”', (wanted, text) => {
    expect(judged(wanted, text)).toBe('wrong');
  });
});

describe('a year', () => {
  test.each([
    ['1956', RIGHT],
    [' 1956. ', RIGHT],
    ['in 1956', RIGHT],
    ['In the year 1956!', RIGHT],
    ['I think it was 1956?', RIGHT],
    ['c.1956', RIGHT],
    ['1956 AD', RIGHT],
    ['1956CE', RIGHT],
    ['１９５６', RIGHT],
    ['1957', WRONG],
    ['956', WRONG],
    ['1956 BC', { kind: 'unreadable' }],
    ['1956 b. c.', { kind: 'unreadable' }],
    ['-1956', { kind: 'unreadable' }],
    ['1950s', { kind: 'unreadable' }],
    ['1956 or 1957', { kind: 'unreadable' }],
    ['1956-57', { kind: 'unreadable' }],
    ['19 October 1956', { kind: 'unreadable' }],
    ['1,956', { kind: 'unreadable' }],
    ['1956.5', { kind: 'unreadable' }],
    ['19560', { kind: 'unreadable' }],
    ['56', { kind: 'unreadable' }],
    ['’56', { kind: 'unreadable' }],
    ['nineteen fifty-six', { kind: 'unreadable' }],
    ['MCMLVI', { kind: 'unreadable' }],
    ['', { kind: 'unreadable' }],
  ])('“%s”', (text, verdict) => {
    expect(answerGiven(aYear({ answer: 1956 }), text)).toEqual(verdict);
  });
});

test('no text whatever is too odd to be judged', () => {
  const odd = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 200 }));
  fc.assert(
    fc.property(odd, fc.constantFrom(aText(), aYear()), (text, question) => {
      expect(['right', 'wrong', 'more', 'unreadable']).toContain(answerGiven(question, text).kind);
    }),
  );
});

describe('over the library', async () => {
  const { questions } = await loadLibrary('data', TODAY);
  const typed = questions.map(({ question }) => question).filter(({ kind }) => kind === 'text') as TextQuestion[];

  test('there are answers to type', () => {
    expect(typed.length).toBeGreaterThan(10);
  });

  test('every answer to accept is right', () => {
    const refused = typed.flatMap((question) =>
      question.answers.accept.filter((text) => answerGiven(question, text).kind !== 'right'),
    );
    expect(refused).toEqual([]);
  });

  test('every answer to prompt on is asked about, in its own words', () => {
    const missed = typed.flatMap((question) =>
      question.answers.prompt.filter(({ text, ask }) => {
        const verdict = answerGiven(question, text);
        return verdict.kind !== 'more' || verdict.ask !== ask;
      }),
    );
    expect(missed).toEqual([]);
  });

  test('every answer to reject is wrong, for its own reason', () => {
    const missed = typed.flatMap((question) =>
      question.answers.reject.filter(({ text, reason }) => {
        const verdict = answerGiven(question, text);
        return verdict.kind !== 'wrong' || verdict.reason !== reason;
      }),
    );
    expect(missed).toEqual([]);
  });

  test('the year after the right one is wrong', () => {
    const year = questions.flatMap(({ question }) => (question.kind === 'year' ? [question] : []));
    const confused = year.filter((question) => answerGiven(question, String(question.answer + 1)).kind !== 'wrong');
    expect(confused).toEqual([]);
  });
});
