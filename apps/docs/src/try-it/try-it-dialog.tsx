import type { Language } from '../site/languages.js';
import { CopyButton } from '../site/copy-button.js';
import { tryItTextsOf } from './try-it-texts.js';

/** The dialog in which an operation is tried, which `browser/try-it-buttons.ts` opens and `browser/try-it.ts` fills. */
export function TryItDialog(props: {
  language: Language;
  /** What is loaded when an operation is first tried: addresses, or `#id` of what the page itself holds for that. */
  scripts: string[];
  styles: string[];
  /** Where the folder of the language is, with the pages of other operations; nothing when all are on this page. */
  start?: string;
  /** Where the error codes are, each an anchor in it. */
  catalogue: string;
  /** Where the guide is that tells how to get a mock. */
  install: string;
}) {
  const { language, scripts, styles, start, catalogue, install } = props;
  const texts = tryItTextsOf[language];
  return (
    <dialog
      className="try-it"
      aria-labelledby="try-it-title"
      data-scripts={scripts.join(' ')}
      data-styles={styles.join(' ')}
      data-start={start}
      data-catalogue={catalogue}
      data-install={install}
      data-language={language}
      data-texts={JSON.stringify(texts)}
    >
      <form noValidate>
        <div className="try-it-head">
          <span className="try-it-method" />
          <h2 id="try-it-title" tabIndex={-1} />
          <button type="button" data-do="close">
            {texts.close}
          </button>
        </div>
        <div className="try-it-request">
          <div className="try-it-walk" role="group" aria-label={texts.workflow} hidden>
            <p />
            <button type="button" data-do="leave">
              {texts.leaveWorkflow}
            </button>
          </div>
          <details className="try-it-mock">
            <summary>
              {texts.answeredBy} <span />
            </summary>
            <label>
              {texts.answeredBy}
              <select name="where">
                <option value="page">{texts.places.page}</option>
                <option value="server">{texts.places.server}</option>
              </select>
            </label>
            <p data-where="page">{texts.pageHint}</p>
            <div data-where="server">
              <label>
                {texts.address}
                <input
                  type="text"
                  inputMode="url"
                  name="address"
                  autoComplete="off"
                  spellCheck={false}
                  aria-describedby="try-it-hint try-it-refusal"
                />
              </label>
              <p id="try-it-hint">{texts.addressHint}</p>
              <p id="try-it-refusal" className="try-it-problem" role="alert" />
            </div>
            <label>
              {texts.state}
              <select name="scenario">
                {Object.entries(texts.scenarios).map(([name, words]) => (
                  <option key={name} value={name}>
                    {words}
                  </option>
                ))}
              </select>
            </label>
            <button type="button" data-do="reset">
              {texts.resetMock}
            </button>
          </details>
          <fieldset data-place="path">
            <legend>{texts.path}</legend>
          </fieldset>
          <fieldset data-place="query">
            <legend>{texts.query}</legend>
          </fieldset>
          <label className="try-it-body">
            {texts.body}
            <textarea
              name="body"
              autoComplete="off"
              spellCheck={false}
              aria-describedby="try-it-not-json try-it-problems"
            />
          </label>
          <p id="try-it-not-json" className="try-it-problem" role="status" />
          <ul id="try-it-problems" className="try-it-problem" />
        </div>
        <section className="try-it-answer" aria-label={texts.answer}>
          <p className="try-it-line">
            <code />
          </p>
          <p className="try-it-earlier" hidden>
            {texts.toEarlierRequest}
          </p>
          <p className="try-it-state" role="status" />
          <dl />
          <div className="try-it-code" hidden>
            <CopyButton language={language} />
            <pre tabIndex={0} aria-label={texts.answer} />
          </div>
          <p className="try-it-more" />
          <div className="try-it-next" role="group" aria-label={texts.next} />
        </section>
        <div className="try-it-actions">
          <button type="submit">{texts.send}</button>
          <button type="button" data-do="sample">
            {texts.backToSample}
          </button>
          <button type="button" data-do="advance">
            {texts.letTimePass}
          </button>
        </div>
      </form>
    </dialog>
  );
}
