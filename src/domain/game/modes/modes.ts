import type { Game, ModeName } from '../game.ts';
import { async } from './async.ts';
import { classic } from './classic.ts';
import { hostPaced } from './hostPaced.ts';
import type { Mode } from './mode.ts';
import { race } from './race.ts';
import { survival } from './survival.ts';
import { teams } from './teams.ts';

const MODE: { readonly [M in ModeName]: Mode } = { classic, race, survival, teams, 'host-paced': hostPaced, async };

export function modeOf({ rules }: Pick<Game, 'rules'>): Mode {
  return MODE[rules.mode];
}
