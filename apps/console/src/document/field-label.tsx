import type { FieldText } from './document-texts.js';
import { DocumentText } from './document-text.js';

/** What a field is, and its name in the API. */
export function FieldLabel({ name, text }: { name: string; text: FieldText }) {
  return (
    <span className="field-label">
      <span>
        <DocumentText text={text.label} />
      </span>{' '}
      <code>{name}</code>
    </span>
  );
}
