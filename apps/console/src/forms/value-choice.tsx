import { Radio } from 'antd';
import { DocumentText } from '../document/document-text.js';
import type { Explained } from '../document/document-texts.js';

interface Props<Value extends string | boolean> {
  /** The values that the type allows. */
  values: readonly Value[];
  /** What the document says about each. */
  explained: readonly Explained[];
  /** Given by the form. */
  id?: string;
  value?: Value;
  onChange?: (value: Value) => void;
  label: string;
}

/** A choice of one value, each with what the document says about it. */
export function ValueChoice<Value extends string | boolean>({
  values,
  explained,
  id,
  value,
  onChange,
  label,
}: Props<Value>) {
  return (
    <Radio.Group
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      value={value}
      onChange={(event) => onChange?.(event.target.value as Value)}
      className="value-choice"
    >
      {values.map((each) => (
        <Radio key={String(each)} value={each}>
          <code>{String(each)}</code>{' '}
          <span className="quiet">
            <DocumentText text={explained.find((text) => text.value === String(each))?.text ?? ''} />
          </span>
        </Radio>
      ))}
    </Radio.Group>
  );
}
