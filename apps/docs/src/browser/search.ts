import { searchHere } from '../search/both-languages.js';
import { createSearch, type Search, type SearchResult } from '../search/search-engine.js';
import { entriesIn } from '../search/search-window.js';
import { type Language, languages } from '../site/languages.js';
import { afterPaint, breathe } from './breathe.js';
import { loadScript } from './load-files.js';
import { type ResultsIn, showResults } from './search-results.js';

/** How many results are worth reading. */
const limit = 20;

/** Those that do something with a result. */
const keys = new Set(['ArrowDown', 'ArrowUp', 'Enter']);

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
    return createSearch(entriesIn(language), breathe());
  };
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}

window.vpcepStartSearch = async (dialog) => {
  const input = dialog.querySelector('input');
  const state = dialog.querySelector('[role=status]');
  const list = dialog.querySelector<HTMLElement>('[role=listbox]');
  if (!input || !state || !list) throw new Error('the dialog of the search lacks a part');
  const { start = '', states = '{}', kinds = '{}', other: otherPages } = dialog.dataset;
  const stateTexts = JSON.parse(states) as Record<'loading' | 'failed' | 'none' | 'one' | 'many' | 'best', string>;
  const kindTexts = JSON.parse(kinds) as Record<SearchResult['entry']['kind'], string>;
  const language = languages.find((known) => known === document.documentElement.lang) ?? languages[0];
  // A reader types already meanwhile.
  const search = await createSearch(entriesIn(language), breathe());
  const other = otherPages === undefined ? undefined : (JSON.parse(otherPages) as OtherPages);
  const elsewhere = other && searchElsewhere(other);
  let links: HTMLAnchorElement[] = [];
  let active = 0;
  /** Whether what is typed has still to be looked for. */
  let isWaiting = false;

  function activate(index: number) {
    links[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const chosen = links[active];
    chosen?.setAttribute('aria-selected', 'true');
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
    // Before they are there: afterwards, the browser would have to lay them out for it.
    if (list) list.scrollTop = 0;
    list?.replaceChildren(...shown.elements);
    input?.setAttribute('aria-expanded', String(links.length > 0));
    const count = some.reduce((sum, { results }) => sum + results.length, 0);
    if (state) state.textContent = stateOf(query, count);
    activate(0);
  }

  async function answer() {
    isWaiting = false;
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

  /** What is typed is seen first, and what is typed meanwhile is looked for with it. */
  function answerSoon() {
    if (isWaiting) return;
    isWaiting = true;
    void afterPaint().then(() => (isWaiting ? answer() : undefined));
  }

  input.addEventListener('input', (event) => {
    // While Chinese is being typed, the field holds its spelling in Latin letters.
    if (!(event instanceof InputEvent && event.isComposing)) answerSoon();
  });
  input.addEventListener('compositionend', answerSoon);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    // A key is for what has been typed before it.
    if (isWaiting && keys.has(event.key)) void answer();
    if (links.length === 0) return;
    const { length } = links;
    if (event.key === 'ArrowDown') activate((active + 1) % length);
    else if (event.key === 'ArrowUp') activate((active + length - 1) % length);
    else if (event.key === 'Enter') links[active]?.click();
    else return;
    event.preventDefault();
    links[active]?.scrollIntoView({ block: 'nearest' });
  });
  list.addEventListener('click', (event) => {
    // A result that is opened in another tab leaves the others where they are.
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
  });
  await answer();
};
