import { describe, expect, test } from 'vitest';
import { compare, type ReferenceRow } from '../../../src/domain/audit/reference.ts';
import { anEvent } from '../../support/anArticle.ts';

const row = (date: string, title: string, ...parties: readonly string[]): ReferenceRow => ({ date, title, parties });
/** What most rows are like, so that words have their weight. */
const others = [
  row('1956-10-19', 'Treaty of commerce signed', 'Italy', 'Spain'),
  row('1956-10-20', 'Treaty of friendship signed', 'Italy', 'France'),
  row('1957-01-01', 'Independence of Elbonia', 'Elbonia'),
  row('1958-01-01', 'Conference on fisheries opens', 'Iceland'),
];
const event = anEvent({
  date: '1956-10-19',
  title: 'Joint Declaration of Japan and the Soviet Union',
  text: 'In Moscow the two ended the state of war.',
  parties: ['Japan', 'Soviet Union'],
});

describe('an event', () => {
  test.each<[string, ReferenceRow, string]>([
    [
      'agrees with a row of its day in other words',
      row('1956-10-19', 'Soviet–Japanese Joint Declaration signed in Moscow'),
      'agrees',
    ],
    ['agrees with a row that names its parties', row('1956-10-19', 'End of war', 'Japan', 'Soviet Union'), 'agrees'],
    [
      'disagrees with the same on another day',
      row('1956-10-17', 'Joint Declaration of Japan and the Soviet Union'),
      'disagrees',
    ],
    [
      'has no match in what is like it years away',
      row('1996-10-19', 'Joint Declaration of Japan and the Soviet Union'),
      'unmatched',
    ],
    ['has no match in another thing of its day', row('1956-10-19', 'Suez Canal users meet in London'), 'unmatched'],
  ])('%s', (_, one, kind) => {
    const [comparison] = compare([event], [...others, one]);
    expect(comparison?.kind).toBe(kind);
    expect(comparison && 'row' in comparison ? comparison.row : one).toBe(one);
  });

  test('has no match in a reference of nothing', () => {
    expect(compare([event], [])).toEqual([{ kind: 'unmatched', event }]);
  });

  test('agrees rather than disagrees when both could be', () => {
    const rows = [
      ...others,
      row('1956-12-12', 'Joint Declaration of Japan and the Soviet Union'),
      row('1956-10-19', 'Japan and Soviet Union: joint declaration'),
    ];
    expect(compare([event], rows).map(({ kind }) => kind)).toEqual(['agrees']);
  });
});
