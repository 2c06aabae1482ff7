import { Form } from 'antd';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import type { DocumentTexts } from '../document/document-texts.js';
import { FieldHelp, hasHelp } from '../document/field-help.js';
import { FieldLabel } from '../document/field-label.js';
import { useLanguage } from '../language/language-context.js';

type Requests = DocumentTexts['fields'];

interface Props<Name extends keyof Requests, Field extends keyof Requests[Name] & string> {
  /** The schema of the body. */
  of: Name;
  /** The field of the body. */
  name: Field;
  children: ReactElement;
  valuePropName?: string;
  /** Leaves out what the values mean, where the control itself says it. */
  withoutValues?: boolean;
  /** Whether it has to be filled in; by default that is whether the API wants it. */
  required?: boolean;
  /** What the console adds to the help of the document. */
  hint?: ReactNode;
  normalize?: NonNullable<ComponentProps<typeof Form.Item>['normalize']>;
}

/** A field of a request: labelled and explained by the document. */
export function RequestField<Name extends keyof Requests, Field extends keyof Requests[Name] & string>({
  of,
  name,
  children,
  withoutValues = false,
  required,
  hint,
  ...rest
}: Props<Name, Field>) {
  const { documentTexts } = useLanguage();
  const text = documentTexts.fields[of][name];
  const field: string = name;
  return (
    <Form.Item
      name={field}
      label={<FieldLabel name={name} text={text} />}
      required={required ?? text.required}
      extra={
        (hint !== undefined || hasHelp(text, withoutValues)) && (
          <>
            <FieldHelp text={text} withoutValues={withoutValues} />
            {hint}
          </>
        )
      }
      {...rest}
    >
      {children}
    </Form.Item>
  );
}
