import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { LanguageContext } from './language-context.js';
import type { Language } from './languages.js';
import { loadLanguage } from './load-language.js';

/** Has everything inside speak one language, once that is loaded. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  const { data, error } = useQuery({
    queryKey: ['language', language],
    queryFn: () => loadLanguage(language),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (error !== null) throw error;
  if (data === undefined) return null;
  return <LanguageContext.Provider value={{ ...data, language }}>{children}</LanguageContext.Provider>;
}
