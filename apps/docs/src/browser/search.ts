import { excerpt, markTerms } from '../search/marked-text.js';
import { createSearch, type SearchResult } from '../search/search-engine.js';
import '../search/search-window.js';

/** How many results are worth reading. */
const limit = 20;

/** About as much of a text as fits into two lines. */
const excerptLength = 150;

function element(tag: string, className: string, children: (string | Node)[]): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

const marked = (text: string, terms: ReadonlySet<string>): (string | Node)[] =>
  markTerms(text, terms).map((piece) => (piece.marked ? element('mark', '', [piece.text]) : piece.text));

window.vpcepStartSearch = (dialog, entries) => {
  const input = dialog.querySelector('input');
  const state = dialog.querySelector('[role=status]');
  const list = dialog.querySelector<HTMLElement>('[role=listbox]');
  if (!input || !state || !list) throw new Error('the dialog of the search lacks a part');
  const { start = '', states = '{}', kinds = '{}' } = dialog.dataset;
  const stateTexts = JSON.parse(states) as Record<'none' | 'one' | 'many' | 'best', string>;
  const kindTexts = JSON.parse(kinds) as Record<SearchResult['entry']['kind'], string>;
  const search = createSearch(entries);
  let options: HTMLAnchorElement[] = [];
  let active = 0;

  function option({ entry, terms }: SearchResult, index: number): HTMLAnchorElement {
    const { kind, title, trail, names = [], text, address } = entry;
    const called = names.filter((name) => markTerms(name, terms).some((piece) => piece.marked)).slice(0, 3);
    const link = document.createElement('a');
    link.id = `search-result-${index}`;
    link.href = start + address;
    link.tabIndex = -1;
    link.role = 'option';
    link.className = `search-result ${kind}`;
    link.append(
      element('span', 'kind', [kindTexts[kind]]),
      element('span', 'title', marked(title, terms)),
      element('span', 'trail', [trail.join(' › '), ...called.flatMap((name) => [' · ', ...marked(name, terms)])]),
      element('span', 'excerpt', marked(excerpt(text, terms, excerptLength), terms)),
    );
    return link;
  }

  function activate(index: number) {
    options[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const chosen = options[active];
    chosen?.setAttribute('aria-selected', 'true');
    chosen?.scrollIntoView({ block: 'nearest' });
    if (chosen) input?.setAttribute('aria-activedescendant', chosen.id);
    else input?.removeAttribute('aria-activedescendant');
  }

  function stateOf(query: string, count: number): string {
    if (query === '') return '';
    if (count === 0) return stateTexts.none.replace('{query}', () => query);
    if (count === 1) return stateTexts.one;
    const text = count > limit ? stateTexts.best : stateTexts.many;
    return text.replace('{count}', String(count)).replace('{shown}', String(limit));
  }

  function answer() {
    const query = input?.value.trim() ?? '';
    const results = search(query);
    options = results.slice(0, limit).map(option);
    list?.replaceChildren(...options);
    input?.setAttribute('aria-expanded', String(options.length > 0));
    if (state) state.textContent = stateOf(query, results.length);
    activate(0);
  }

  input.addEventListener('input', (event) => {
    // While Chinese is being typed, the field holds its spelling in Latin letters.
    if (!(event instanceof InputEvent && event.isComposing)) answer();
  });
  input.addEventListener('compositionend', answer);
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || options.length === 0) return;
    const { length } = options;
    if (event.key === 'ArrowDown') activate((active + 1) % length);
    else if (event.key === 'ArrowUp') activate((active + length - 1) % length);
    else if (event.key === 'Enter') options[active]?.click();
    else return;
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    // A result that is opened in another tab leaves the others where they are.
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
  });
  answer();
};
