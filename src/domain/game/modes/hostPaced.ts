import { classic } from './classic.ts';
import type { Mode } from './mode.ts';

/** The host opens and closes each question; for seminars. */
export const hostPaced: Mode = { ...classic, pace: 'host', closesAfter: () => undefined };
