import { Form, type FormInstance } from 'antd';
import { useEntries } from './use-entries.js';

interface Props {
  form: FormInstance;
  /** How often the form was sent with success. */
  sendings: { readonly current: number };
}

/** Stands in a form that is for no request, and has leaving that one ask first, too. */
export function FormEntries({ form, sendings }: Props) {
  // Told of each change.
  Form.useWatch([], form);
  useEntries({ read: () => form.getFieldsValue() as unknown, sendings });
  return null;
}
