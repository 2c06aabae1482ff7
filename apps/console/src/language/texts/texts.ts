import type { en } from './en.js';

/** What every language has to say. */
export type Texts = typeof en;
