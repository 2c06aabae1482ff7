import { Alert, Button, Form, type FormInstance } from 'antd';
import type { FocusEvent, ReactNode } from 'react';
import { useTexts } from '../language/language-context.js';
import { useEntries } from '../leaving/use-entries.js';
import { FailureAlert } from '../problems/failure-alert.js';
import type { FilledInCall } from './copied-call.js';
import { CopyAs } from './copy-as.js';
import './forms.css';
import { useFollowing } from './use-following.js';

interface Props<Values extends object> {
  /** Names the form, and with it the fields on the page. */
  name: string;
  form: FormInstance<Values>;
  initialValues?: Partial<Values>;
  onValuesChange: (changed: object) => void;
  onBlur: (event: FocusEvent) => void;
  onSubmit: () => void;
  /** What would be sent now. */
  readBody: () => object;
  /** How often it was sent with success. */
  sendings: { readonly current: number };
  submitText: string;
  isPending: boolean;
  /** What the service answered, unless that stands beside a field. */
  error: unknown;
  /** How many fields need a change, once the form was sent. */
  problemCount: number;
  /** The call that would be made now. */
  readCall: () => FilledInCall;
  onCancel?: () => void;
  /** Whether the form is a part of a page rather than the whole: its fields stand beside each other. */
  isInline?: boolean;
  children: ReactNode;
}

/** The frame of a form for a request: its fields, what failed, and the buttons. */
export function RequestForm<Values extends object>(props: Props<Values>) {
  const { name, form, initialValues, onValuesChange, onBlur, onSubmit, submitText, isPending, error, problemCount } =
    props;
  const texts = useTexts();
  const { overtaken, takeOver, settlings } = useFollowing({
    form,
    initialValues: initialValues ?? {},
    sendings: props.sendings,
    warning: texts.overtaken.field,
  });
  useEntries({ read: props.readBody, isPending, sendings: settlings });
  return (
    <Form<Values>
      name={name}
      form={form}
      layout="vertical"
      className={props.isInline === true ? 'request-form is-inline' : 'request-form'}
      autoComplete="off"
      {...(initialValues === undefined ? {} : { initialValues: initialValues })}
      onValuesChange={onValuesChange}
      onBlur={onBlur}
      onFinish={onSubmit}
    >
      <div className="request-form-fields">{props.children}</div>
      <div className="stack">
        {overtaken.length > 0 && (
          <Alert
            type="warning"
            showIcon
            role="alert"
            title={texts.overtaken.title}
            description={texts.overtaken.help}
            action={<Button onClick={takeOver}>{texts.overtaken.takeOver}</Button>}
          />
        )}
        {problemCount > 0 && <Alert type="error" showIcon title={texts.formHasProblems(problemCount)} role="alert" />}
        {error !== null && error !== undefined && <FailureAlert error={error} />}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={isPending}>
            {submitText}
          </Button>
          {props.onCancel !== undefined && <Button onClick={props.onCancel}>{texts.actions.cancel}</Button>}
          <CopyAs readCall={props.readCall} />
        </div>
      </div>
    </Form>
  );
}
