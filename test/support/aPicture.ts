import { type Standings, type StandingsPicture, standingsPicture } from '../../src/views/standingsPicture.ts';
import { en } from '../../src/words/en.ts';

/** The standings of a small game. */
export function aPicture(standings: Partial<Standings> = {}): StandingsPicture {
  return standingsPicture(en, {
    title: 'Result',
    subtitle: 'Classic · 10 questions',
    rows: ['Ana', 'Ben', 'Chi', 'Dai'].map((name, at) => ({
      place: at + 1,
      name,
      points: 90 - 10 * at,
      right: 9 - at,
      of: 10,
    })),
    footer: 'Attaché',
    ...standings,
  });
}
