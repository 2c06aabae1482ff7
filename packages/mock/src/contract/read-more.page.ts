import type { ReadMore } from './read-more.js';

/** Left out of the mock in a page: what answers there is meant to be small, and its log is seldom read. */
export const readMore: ReadMore | undefined = undefined;
