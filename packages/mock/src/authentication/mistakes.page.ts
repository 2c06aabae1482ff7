import type * as node from './mistakes.js';

/** Looks for no mistakes in a page, where each kilobyte counts, and says who does. */
export const explainSignature: typeof node.explainSignature = () =>
  "Compare the canonical request line by line with the client's; a mock on a server tells well-known mistakes.";
