import { searchHere } from '../search/both-languages.js';
import { createSearch, type Search, type SearchResult } from '../search/search-engine.js';
import { entriesIn } from '../search/search-window.js';
import { type Language, languages } from '../site/languages.js';
import { loadScript } from './load-files.js';
import { type ResultsIn, showResults } from './search-results.js';

/** How many results are worth reading. */
const limit = 20;

/** The pages in the other language, as the dialog names them. */
interface OtherPages {
  language: Language;
  name: string;
  start: string;
  script: string;
}

/** Loads what the search knows in the other language: once, unless that fails. */
function searchElsewhere({ script, language }: OtherPages): () => Promise<Search> {
  let loading: Promise<Search> | undefined;
  const load = async () => {
    await loadScript(script);
    return createSearch(entriesIn(language));
  };
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}

window.vpcepStartSearch = (dialog) => {
  const input = dialog.querySelector('input');
  const state = dialog.querySelector('[role=status]');
  const list = dialog.querySelector<HTMLElement>('[role=listbox]');
  if (!input || !state || !list) throw new Error('the dialog of the search lacks a part');
  const { start = '', states = '{}', kinds = '{}', other: otherPages } = dialog.dataset;
  const stateTexts = JSON.parse(states) as Record<'loading' | 'failed' | 'none' | 'one' | 'many' | 'best', string>;
  const kindTexts = JSON.parse(kinds) as Record<SearchResult['entry']['kind'], string>;
  const language = languages.find((known) => known === document.documentElement.lang) ?? languages[0];
  const search = createSearch(entriesIn(language));
  const other = otherPages === undefined ? undefined : (JSON.parse(otherPages) as OtherPages);
  const elsewhere = other && searchElsewhere(other);
  let links: HTMLAnchorElement[] = [];
  let active = 0;

  function activate(index: number) {
    links[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const chosen = links[active];
    chosen?.setAttribute('aria-selected', 'true');
    chosen?.scrollIntoView({ block: 'nearest' });
    if (chosen) input?.setAttribute('aria-activedescendant', chosen.id);
    else input?.removeAttribute('aria-activedescendant');
  }

  function stateOf(query: string, count: number): string {
    if (query === '') return '';
    if (count === 0) return stateTexts.none.replace('{query}', () => query);
    if (count === 1) return stateTexts.one;
    const text = count > links.length ? stateTexts.best : stateTexts.many;
    return text.replace('{count}', String(count)).replace('{shown}', String(links.length));
  }

  function show(query: string, found: readonly ResultsIn[]) {
    const some = found.filter(({ results }) => results.length > 0);
    const each = limit / some.length;
    const shown = showResults(
      some.map(({ results, ...rest }) => ({ ...rest, results: results.slice(0, each) })),
      kindTexts,
    );
    ({ links } = shown);
    list?.replaceChildren(...shown.elements);
    input?.setAttribute('aria-expanded', String(links.length > 0));
    const count = some.reduce((sum, { results }) => sum + results.length, 0);
    if (state) state.textContent = stateOf(query, count);
    activate(0);
  }

  async function answer() {
    const query = input?.value.trim() ?? '';
    const { results, moreElsewhere } = searchHere(query, language, search);
    const here = { start, results };
    show(query, [here]);
    if (!moreElsewhere || other === undefined || elsewhere === undefined) return;
    if (state && results.length === 0) state.textContent = stateTexts.loading;
    const found = await elsewhere().catch((error: unknown) => {
      if (state) state.textContent = stateTexts.failed;
      throw error;
    });
    // The reader may have typed on meanwhile.
    if (query === input?.value.trim()) show(query, [here, { start: other.start, results: found(query), other }]);
  }

  input.addEventListener('input', (event) => {
    // While Chinese is being typed, the field holds its spelling in Latin letters.
    if (!(event instanceof InputEvent && event.isComposing)) void answer();
  });
  input.addEventListener('compositionend', () => void answer());
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || links.length === 0) return;
    const { length } = links;
    if (event.key === 'ArrowDown') activate((active + 1) % length);
    else if (event.key === 'ArrowUp') activate((active + length - 1) % length);
    else if (event.key === 'Enter') links[active]?.click();
    else return;
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    // A result that is opened in another tab leaves the others where they are.
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
  });
  void answer();
};
