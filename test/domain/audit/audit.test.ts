import { describe, expect, test } from 'vitest';
import { auditArticle, auditEvents } from '../../../src/domain/audit/audit.ts';
import { aNeutralName, anArticle, anEvent, TODAY } from '../../support/anArticle.ts';

const around = { today: TODAY, topics: ['europe'], articles: ['leaders-call-2020'], places: [aNeutralName()] };

describe('what is sound', () => {
  test('an article has no findings', () => {
    expect(auditArticle(anArticle(), 'leaders-call-2020.json', around)).toEqual([]);
  });

  test('a month of events has no findings', () => {
    expect(auditEvents([anEvent()], '10', around)).toEqual([]);
  });
});
