import { queryOptions } from '@tanstack/react-query';
import type { LaterState } from '@vpcep/client/checks';
import type { Language } from './languages.js';
import { loadLanguage } from './load-language.js';

/** What is said in a language, with the texts of the document as of a state of the API; of tables 1 to 7 without one. */
export const languageQuery = (language: Language, asOf: LaterState | undefined) =>
  queryOptions({
    queryKey: ['language', language, asOf],
    queryFn: () => loadLanguage(language, asOf),
    staleTime: Infinity,
    gcTime: Infinity,
  });
