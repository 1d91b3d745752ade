/** Everything Attaché says, in one language. Another language is one more file of this type. */
import type { en } from './en.ts';

export type Words = typeof en;
