import type { Language } from '../site/languages.js';
import type { Search, SearchResult } from './search-engine.js';

/** What the pages of the reader's language have. */
export interface FoundHere {
  results: SearchResult[];
  /** Whether the pages of the other language may have more of what was asked for. */
  moreElsewhere: boolean;
}

const isChinese = (query: string) => /\p{Script=Han}/u.test(query);

/** Whether a result has all of the query; shares are sums, and a little less than they should be. */
const isWhole = ({ share }: SearchResult) => share > 0.999;

/**
 * Searches the pages of the reader's language. English ones know few Chinese words: what has a part of a Chinese query
 * there has it by chance, and Chinese pages have more. Chinese ones know most English words, but not all.
 */
export function searchHere(query: string, language: Language, search: Search): FoundHere {
  const results = search(query);
  if (query.trim() === '' || isChinese(query) === (language === 'zh-CN')) return { results, moreElsewhere: false };
  const whole = results.filter(isWhole);
  return isChinese(query) ? { results: whole, moreElsewhere: true } : { results, moreElsewhere: whole.length === 0 };
}
