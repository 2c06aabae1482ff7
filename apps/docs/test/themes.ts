import { fullTier } from '@vpcep/testing';
import type { Language } from '../src/site/languages.js';

type Theme = 'light' | 'dark';
const both: Theme[] = ['light', 'dark'];

/**
 * The themes in which pages of a language are looked at. Names depend on the language, contrasts on the colours: two
 * pairs have each of them, and the full tier has all.
 */
export const themesOf: Readonly<Record<Language, Theme[]>> = fullTier
  ? { en: both, 'zh-CN': both }
  : { en: ['light'], 'zh-CN': ['dark'] };
