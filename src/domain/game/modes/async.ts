import { classic } from './classic.ts';
import type { Mode } from './mode.ts';

/** Stays open for hours or days; each member takes it when it suits. */
export const async: Mode = { ...classic, pace: 'self', final: true, closesAfter: () => undefined };
