import { useCallback } from 'react';
import { useParams } from 'react-router';
import { isLanguage, type Language, preferredLanguage } from '../language/languages.js';

/** Where every page is: its language and its project are the first parts of its address. */
export interface PageLocation {
  readonly language: Language;
  readonly projectId: string;
}

/** The pages that are there in each project. */
export const pageNames = ['endpoint-services', 'endpoints', 'approvals', 'overview', 'quotas'] as const;

export type PageName = (typeof pageNames)[number] | 'endpoint-services/create' | 'endpoints/create';

/**
 * The address of a page, or of that of one resource among those of a page. An ID is whatever the API calls something, so that
 * it is never put into an address but here.
 *
 * @param id of the resource
 * @param tab which of its tabs is open, if not the first
 */
export function addressOf({ language, projectId }: PageLocation, page: PageName, id?: string, tab?: string): string {
  const list = `/${language}/${encodeURIComponent(projectId)}/${page}`;
  const place = id === undefined ? list : `${list}/${encodeURIComponent(id)}`;
  return tab === undefined ? place : `${place}?tab=${tab}`;
}

/** Makes the address of a page in some language and project. */
export type Address = (page: PageName, id?: string, tab?: string) => string;

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
export function useAddress(): Address {
  const { language, projectId } = usePageLocation();
  return useCallback<Address>(
    (page, id, tab) => addressOf({ language, projectId }, page, id, tab),
    [language, projectId],
  );
}
