import { Select, type SelectProps } from 'antd';
import { useClearButton } from '../components/use-clear-button.js';
import { DocumentText } from '../document/document-text.js';
import type { Explained } from '../document/document-texts.js';

interface Props extends Omit<SelectProps<string>, 'options'> {
  /** Those that there are, as the document has them. */
  values: readonly string[];
  /** What the document says about each. */
  explained: readonly Explained[];
}

/** A choice of one value of the API, each with what it means. */
export function ValueSelect({ values, explained, allowClear = false, ...props }: Props) {
  const clearButton = useClearButton();
  return (
    <Select<string>
      {...props}
      allowClear={allowClear === true ? clearButton : allowClear}
      options={values.map((value) => ({ value, label: <code>{value}</code> }))}
      optionRender={({ value }) => (
        <div className="value-option">
          <code>{value}</code>{' '}
          <span className="quiet">
            <DocumentText text={explained.find((text) => text.value === value)?.text ?? ''} />
          </span>
        </div>
      )}
    />
  );
}
