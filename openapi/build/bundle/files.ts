import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaterState } from '../../src/later-states.js';
import { openapiFolder } from '../tools/run.js';

/** The path of a bundle as it was built last. */
export const bundleFile = (asOf: LaterState | undefined, language: 'en' | 'zh-CN' = 'en'): string =>
  join(openapiFolder, 'dist', `${bundleName(asOf)}${language === 'en' ? '' : `.${language}`}.json`);

/** The name of a document's files, without what tells their language and form. */
export const bundleName = (asOf: LaterState | undefined): string =>
  asOf === undefined ? 'openapi' : `openapi.${asOf}`;

/** The bundle in English, as it was built last. */
export const readBundle = (asOf: LaterState | undefined): object =>
  JSON.parse(readFileSync(bundleFile(asOf), 'utf8')) as object;

/** The overlay that widens rules, and the one that translates what it says. */
export const overlays = (asOf: LaterState) => ({ en: overlay(asOf), 'zh-CN': overlay(`${asOf}.zh-CN`) });

/** The overlay that translates the document by tables 1 to 7. */
export const chineseOverlay = overlay('zh-CN');

/** The overlay that translates the workflows. */
export const workflowsOverlay = overlay('workflows.zh-CN');

function overlay(name: string): string {
  return join(openapiFolder, 'overlays', `${name}.yaml`);
}
