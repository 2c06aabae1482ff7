import type { DocumentTexts } from './document-texts.js';
import { DocumentText } from './document-text.js';

/** What the document says of an operation. */
export function OperationText({ text }: { text: DocumentTexts['operations'][keyof DocumentTexts['operations']] }) {
  return (
    <div className="stack">
      {text.map((paragraph) => (
        <p key={paragraph}>
          <DocumentText text={paragraph} />
        </p>
      ))}
    </div>
  );
}
