import type { FieldText } from '../document/document-texts.js';
import './fields.css';

/** What a field is called, and its name in the API. */
export function FieldLabel({ name, text }: { name: string; text: FieldText }) {
  return (
    <span className="field-label">
      <span>{text.label}</span> <code>{name}</code>
    </span>
  );
}
