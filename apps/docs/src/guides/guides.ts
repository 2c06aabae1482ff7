import { readFileSync } from 'node:fs';
import type { Document } from '@vpcep/openapi/reader';
import type { Language } from '../site/languages.js';

/** The guides, in the order in which one reads them. Each is a file of this name in `guides/`, in every language. */
export const guideNames = [
  'concepts',
  'install',
  'publish',
  'connect',
  'authenticate',
  'token',
  'sign',
  'permissions',
  'retries',
  'paging',
  'mock',
  'team',
  'tools',
  'drift',
  'glossary',
  'decisions',
] as const;
export type GuideName = (typeof guideNames)[number];

/** What the text of a guide is made from. */
export interface GuideText {
  name: GuideName;
  language: Language;
  document: Document;
}

/** The Markdown of a guide, as it is written: what is read from elsewhere is named in comments. */
export const readGuide = (name: GuideName, language: Language): string =>
  readFileSync(new URL(`../../guides/${language}/${name}.md`, import.meta.url), 'utf8');
