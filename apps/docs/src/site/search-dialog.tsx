import type { Language } from './languages.js';
import { textsOf } from './texts.js';

/** Opens the search. A script shows it, because the search is nothing without. */
export function SearchButton({ language }: { language: Language }) {
  const { search } = textsOf[language];
  return (
    <button
      type="button"
      className="search-button"
      aria-label={search}
      aria-haspopup="dialog"
      aria-keyshortcuts="/ Control+K Meta+K"
      hidden
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="7" cy="7" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="m10.5 10.5 4 4" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      </svg>
      <span>{search}</span>
      <kbd>/</kbd>
    </button>
  );
}

/** Where the pages in the other language begin, and the script with what the search knows of them. */
export interface OtherLanguage {
  language: Language;
  start: string;
  script: string;
}

/** The dialog of the search, which `browser/search-dialog.ts` opens and `browser/search.ts` fills. */
export function SearchDialog(props: {
  language: Language;
  /** Where the pages of the language begin, seen from this page; nothing when it is the first of them. */
  start: string;
  /** What is loaded when the search is first opened; nothing when the page holds it already. */
  scripts: string[];
  styles: string[];
  /** The pages in the other language, where there are any, and what is loaded when they are searched too. */
  other?: OtherLanguage;
}) {
  const { language, start, scripts, styles, other } = props;
  const texts = textsOf[language];
  return (
    <dialog
      className="search-dialog"
      aria-label={texts.search}
      data-start={start}
      data-scripts={scripts.join(' ')}
      data-styles={styles.join(' ')}
      data-states={JSON.stringify(texts.searchStates)}
      data-kinds={JSON.stringify(texts.searchKinds)}
      data-other={other && JSON.stringify({ ...other, name: textsOf[other.language].languageName })}
    >
      <div className="search-field">
        <input
          type="text"
          role="combobox"
          aria-label={texts.search}
          aria-expanded="false"
          aria-controls="search-results"
          aria-autocomplete="list"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder={texts.searchFor}
        />
        <button type="button">{texts.searchClose}</button>
      </div>
      <p className="search-state" role="status" />
      <div id="search-results" role="listbox" aria-label={texts.search} />
    </dialog>
  );
}
