import type { Language } from './languages.js';
import { textsOf } from './texts.js';

/**
 * Copies the code that stands beside it. `browser/copy-buttons.ts` shows it, because it does nothing without a script;
 * what it says about its success stands in a place of its own, which screen readers read out.
 */
export function CopyButton({ language }: { language: Language }) {
  const { copy, copied, notCopied } = textsOf[language];
  return (
    <span className="copy">
      <span role="status" />
      <button type="button" className="copy-button" data-copied={copied} data-failed={notCopied} hidden>
        {copy}
      </button>
    </span>
  );
}
