import type { FieldText } from './document-texts.js';
import { DocumentText } from './document-text.js';

interface Props {
  text: FieldText;
  /** Leaves out what the values mean, where they themselves say it. */
  withoutValues?: boolean;
}

/** Whether the document says more about a field than its label, and what its values mean. */
export const hasHelp = ({ before, values, after }: FieldText, withoutValues = false): boolean =>
  before.length + after.length + (withoutValues ? 0 : values.length) > 0;

/** What the document says about a field beyond its label. */
export function FieldHelp({ text: { before, values, after }, withoutValues = false }: Props) {
  const shown = withoutValues ? [] : values;
  return (
    <div className="field-help">
      {before.map((paragraph) => (
        <p key={paragraph}>
          <DocumentText text={paragraph} />
        </p>
      ))}
      {shown.length > 0 && (
        <ul>
          {shown.map(({ value, text }) => (
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
