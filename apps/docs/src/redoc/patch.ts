import type { TextTable } from './text-table.js';

/** A change to one of Redoc's modules: `find` must be there, and every occurrence is replaced. */
export interface Patch {
  /** The module, such as `components/SideMenu/MenuItem`. */
  module: string;
  find: string | RegExp;
  replace: string;
}

/** What is changed of Redoc. */
export interface Changes {
  patches: Patch[];
  /** What Redoc says in English, in the language of the pages. */
  words: TextTable;
  /** Files of ours that stand in for modules of Redoc, or for packages that it uses. */
  replacements: Record<string, string>;
}
