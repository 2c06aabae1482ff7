import { DocumentText } from '../document/document-text.js';
import type { FieldText } from '../document/document-texts.js';
import './fields.css';

/** All that the document says about a field. */
export function FieldHelp({ text: { sentence, before, values, after } }: { text: FieldText }) {
  return (
    <div className="field-help">
      {[sentence, ...before].map((paragraph) => (
        <p key={paragraph}>
          <DocumentText text={paragraph} />
        </p>
      ))}
      {values.length > 0 && (
        <ul>
          {values.map(({ value, text }) => (
            <li key={value}>
              <code>{value}</code> <DocumentText text={text} />
            </li>
          ))}
        </ul>
      )}
      {after.map((paragraph) => (
        <p key={paragraph}>
          <DocumentText text={paragraph} />
        </p>
      ))}
    </div>
  );
}
