import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../language/language-context.js';
import { errorCatalogueQuery } from './error-catalogue.js';

/** What the error catalogue advises about a code. The catalogue is loaded when a failure first needs it. */
export function useRemedy(code: string | undefined): string | undefined {
  const { language } = useLanguage();
  const { data: catalogue } = useQuery({ ...errorCatalogueQuery, enabled: code !== undefined });
  if (code === undefined) return undefined;
  return catalogue?.get(code)?.remedy[language];
}
