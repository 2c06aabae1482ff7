import { excerpt, markTerms } from '../search/marked-text.js';
import type { SearchResult } from '../search/search-engine.js';

/** About as much of a text as fits into two lines. */
const excerptLength = 150;

/** What has been found in the pages of a language. */
export interface ResultsIn {
  /** Where the pages of the language begin. */
  start: string;
  results: readonly SearchResult[];
  /** The language and its name, where it is not that of the page. */
  other?: { language: string; name: string };
}

function element(tag: string, className: string, children: (string | Node)[]): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

const marked = (text: string, terms: ReadonlySet<string>): (string | Node)[] =>
  markTerms(text, terms).map((piece) => (piece.marked ? element('mark', '', [piece.text]) : piece.text));

/** The elements of the results, those of the other language in a group of their own, and the links among them. */
export function showResults(
  found: readonly ResultsIn[],
  kinds: Record<SearchResult['entry']['kind'], string>,
): { elements: HTMLElement[]; links: HTMLAnchorElement[] } {
  const links: HTMLAnchorElement[] = [];
  const elements = found.flatMap(({ start, results, other }) => {
    const options = results.map((result) => optionFor(result, start, kinds));
    links.push(...options);
    return other === undefined ? options : groupOf(options, other);
  });
  links.forEach((link, index) => {
    link.id = `search-result-${index}`;
  });
  return { elements, links };
}

function optionFor(
  { entry, terms }: SearchResult,
  start: string,
  kinds: Record<SearchResult['entry']['kind'], string>,
): HTMLAnchorElement {
  const { kind, title, trail, names = [], text, address } = entry;
  const isMarked = (name: string) => markTerms(name, terms).some((piece) => piece.marked);
  // What the text says besides need not be said twice.
  const called = names.filter((name) => isMarked(name) && !text.includes(name)).slice(0, 3);
  const link = document.createElement('a');
  link.href = start + address;
  link.tabIndex = -1;
  link.role = 'option';
  link.className = `search-result ${kind}`;
  link.append(
    element('span', 'kind', [kinds[kind]]),
    element('span', 'title', marked(title, terms)),
    element('span', 'trail', [trail.join(' › '), ...called.flatMap((name) => [' · ', ...marked(name, terms)])]),
    element('span', 'excerpt', marked(excerpt(text, terms, excerptLength), terms)),
  );
  return link;
}

function groupOf(options: HTMLAnchorElement[], { language, name }: { language: string; name: string }): HTMLElement[] {
  if (options.length === 0) return [];
  const title = element('div', 'search-language', [name]);
  title.role = 'presentation';
  const group = element('div', '', [title, ...options]);
  group.role = 'group';
  group.lang = language;
  group.ariaLabel = name;
  return [group];
}
