import { useParams } from 'react-router';
import { isLanguage, type Language, preferredLanguage } from '../language/languages.js';

/** Where every page is: its language and its project are the first parts of its address. */
export interface PageLocation {
  readonly language: Language;
  readonly projectId: string;
}

/** The address of a page, such as `endpoint-services`. */
export const addressOf = ({ language, projectId }: PageLocation, page: string): string =>
  `/${language}/${encodeURIComponent(projectId)}/${page}`;

/** The language of an address behind its `#`; of one that has none, that which the reader's browser asks for. */
export function languageOf(hash: string): Language {
  const [, language] = hash.split('/');
  return isLanguage(language) ? language : preferredLanguage(navigator.languages);
}

export function usePageLocation(): PageLocation {
  const { language, projectId } = useParams();
  if (!isLanguage(language) || projectId === undefined)
    throw new Error('this is rendered outside of the console frame');
  return { language, projectId };
}

/** Makes the addresses of pages in the same language and project. */
export function useAddress(): (page: string) => string {
  const location = usePageLocation();
  return (page) => addressOf(location, page);
}
