import type { Texts } from './texts.js';

/** A link in the header of every page. */
export interface HeaderLink {
  /** Its address below the folder of the language. */
  path: string;
  text: keyof Pick<Texts, 'reference' | 'guides' | 'workflows' | 'errors' | 'regions' | 'later' | 'changelog'>;
}

/** Where the header leads, in this order. */
export const headerLinks: readonly HeaderLink[] = [
  { path: '', text: 'reference' },
  { path: 'guides/', text: 'guides' },
  { path: 'workflows/', text: 'workflows' },
  { path: 'errors/', text: 'errors' },
  { path: 'regions/', text: 'regions' },
  { path: 'later/', text: 'later' },
  { path: 'changelog/', text: 'changelog' },
];
