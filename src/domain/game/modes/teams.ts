import { classic } from './classic.ts';
import type { Mode } from './mode.ts';

/** As classic; a team's score is its members' average, so that size is no advantage (see `ranking.ts`). */
export const teams: Mode = { ...classic };
