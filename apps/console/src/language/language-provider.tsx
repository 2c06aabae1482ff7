import { useQuery } from '@tanstack/react-query';
import type { LaterState } from '@vpcep/client/checks';
import { type ReactNode, useEffect } from 'react';
import { LanguageContext } from './language-context.js';
import { languageQuery } from './language-query.js';
import type { Language } from './languages.js';

interface Props {
  language: Language;
  /** The state of the API that the texts of the document are of; tables 1 to 7 without one. */
  asOf: LaterState | undefined;
  /** What stands in the place of everything inside where the language could not be loaded. */
  failure: (error: Error, retry: () => void) => ReactNode;
  children: ReactNode;
}

/** Has everything inside speak one language, once that is loaded. */
export function LanguageProvider({ language, asOf, failure, children }: Props) {
  const { data, error, refetch } = useQuery({
    ...languageQuery(language, asOf),
    // Another state of the API leaves what has been filled in where it is.
    placeholderData: (before, query) => (query?.queryKey[1] === language ? before : undefined),
  });
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (data === undefined) {
    return error === null ? null : failure(error, () => void refetch());
  }
  return <LanguageContext.Provider value={{ ...data, language }}>{children}</LanguageContext.Provider>;
}
