import { Form } from 'antd';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import type { DocumentTexts } from '../document/document-texts.js';
import { useLanguage } from '../language/language-context.js';
import { Labelled } from './labelled.js';

type Requests = DocumentTexts['fields'];

interface Props<Name extends keyof Requests, Field extends keyof Requests[Name] & string> {
  /** The schema of the body. */
  of: Name;
  /** The field of the body. */
  name: Field;
  /** The control. The form gives it `value` and `onChange`, in the place of its own. */
  children: ReactElement<object>;
  valuePropName?: string;
  /** Whether it has to be filled in; by default that is whether the API wants it. */
  required?: boolean;
  /** What the console adds to what is said below the field. */
  hint?: ReactNode;
  normalize?: NonNullable<ComponentProps<typeof Form.Item>['normalize']>;
}

/** A field of a request: labelled and explained by the document, which also says what one has to keep to. */
export function RequestField<Name extends keyof Requests, Field extends keyof Requests[Name] & string>({
  of,
  name,
  children,
  required,
  hint,
  ...rest
}: Props<Name, Field>) {
  const { documentTexts } = useLanguage();
  const text = documentTexts.fields[of][name];
  const field: string = name;
  const isRequired = required ?? text.required;
  return (
    <Form.Item
      name={field}
      required={isRequired}
      extra={
        (text.demand !== undefined || hint !== undefined) && (
          <>
            {text.demand !== undefined && <div>{text.demand}</div>}
            {hint !== undefined && <div>{hint}</div>}
          </>
        )
      }
      {...rest}
    >
      <Labelled name={name} text={text} isOptional={!isRequired}>
        {children}
      </Labelled>
    </Form.Item>
  );
}
