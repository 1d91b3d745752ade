import { expect, test } from 'vitest';
import { expiring } from '../../../src/domain/audit/expiring.ts';
import { aFact, aLibrary, anArticle } from '../../support/anArticle.ts';

test('facts that lapse within 90 days or have lapsed, the first to go first', () => {
  const facts = [
    aFact({ id: 'always' }),
    aFact({ id: 'in-91', validUntil: '2027-02-24' }),
    aFact({ id: 'in-90', validUntil: '2027-02-23' }),
    aFact({ id: 'this-month', validUntil: '2026-11' }),
    aFact({ id: 'today', validUntil: '2026-11-25' }),
    aFact({ id: 'past', validUntil: '2025' }),
  ];
  const article = anArticle({ facts });
  const found = expiring(aLibrary({ articles: [article] }), '2026-11-25');
  expect(found.map(({ fact, index, daysLeft }) => [fact.id, index, daysLeft])).toEqual([
    ['past', 5, -329],
    ['today', 4, 0],
    ['this-month', 3, 5],
    ['in-90', 2, 90],
  ]);
});
