import { createRequire } from 'node:module';
import type { Translated } from './catalogued-error.js';

const { homepage } = createRequire(import.meta.url)('@vpcep/openapi/package.json') as { homepage: string };

/**
 * The address of a page of the published reference, in a language.
 *
 * @param page as it lies below the folder of the language, such as `decisions/15/`
 */
export function referencePage(page: string, language: keyof Translated): string {
  return new URL(language === 'en' ? page : `${language}/${page}`, homepage.replace(/\/?$/, '/')).href;
}
