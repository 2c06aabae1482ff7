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
  /** Files of ours that stand in for modules of Redoc, or for packages that it uses. */
  replacements: Record<string, string>;
}
