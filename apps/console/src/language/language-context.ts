import { createContext, useContext } from 'react';
import type { Wording } from './load-language.js';
import type { Language } from './languages.js';

interface Spoken extends Wording {
  readonly language: Language;
}

export const LanguageContext = createContext<Spoken | undefined>(undefined);

/** The language of the page, and all that is said in it. */
export function useLanguage(): Spoken {
  const spoken = useContext(LanguageContext);
  if (spoken === undefined) throw new Error('there is no LanguageProvider around this');
  return spoken;
}

/** What the console says in the language of the page. */
export const useTexts = () => useLanguage().texts;
