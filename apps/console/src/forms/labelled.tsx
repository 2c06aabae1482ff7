import { cloneElement, type ReactElement } from 'react';
import type { FieldText } from '../document/document-texts.js';
import { AboutButton } from '../fields/about-button.js';
import { FieldHelp } from '../fields/field-help.js';
import { FieldLabel } from '../fields/field-label.js';
import { useTexts } from '../language/language-context.js';

interface Props {
  name: string;
  text: FieldText;
  isOptional?: boolean;
  /** Leaves out the question mark, where another one tells the same. */
  withoutAbout?: boolean;
  /** The control, which is given what the form gives to this, such as `id`, `value` and `onChange`. */
  children: ReactElement<object>;
  /** Given by the form. */
  id?: string;
}

/**
 * A control below its label. Form items have labels themselves, but all that stands in these is the field's name to a screen
 * reader: the question mark has to stand beside it.
 */
export function Labelled({ name, text, isOptional = false, withoutAbout = false, children, ...given }: Props) {
  const texts = useTexts();
  return (
    <>
      <div className="field-head">
        <label htmlFor={given.id}>
          <FieldLabel name={name} text={text} />
          {isOptional && <span className="optional"> {texts.optional}</span>}
        </label>
        {!withoutAbout && (
          <AboutButton label={text.label}>
            <FieldHelp text={text} />
          </AboutButton>
        )}
      </div>
      {cloneElement(children, given)}
    </>
  );
}
