import type { OperationArguments, OperationId, OperationResult } from '@vpcep/client';
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useClosing } from '../dialogs/use-closing.js';
import type { FieldPath } from '../forms/field-problem.js';
import { RequestForm } from '../forms/request-form.js';
import { useRequestForm } from '../forms/use-request-form.js';
import { useTexts } from '../language/language-context.js';
import { EntriesContext } from '../leaving/entries.js';

interface Props<Values extends object, Id extends OperationId> {
  title: string;
  operation: Id;
  /** The arguments of the call beside the body. */
  path: object;
  initialValues: Partial<Values>;
  /** Makes the body of what the form holds. */
  toBody: (values: Values) => object;
  /** The field of the form that a place in the body is filled in at. */
  placeOf: (inBody: FieldPath) => FieldPath;
  send: (args: OperationArguments<Id>) => Promise<OperationResult<Id>>;
  onSent: (result: OperationResult<Id>) => void;
  onClose: () => void;
  /** The fields. */
  children: ReactNode;
}

/** A dialog with a small form for one request. It closes once that has been answered with success. */
export function RequestDialog<Values extends object, Id extends OperationId>(props: Props<Values, Id>) {
  const { title, operation, path, initialValues, toBody, placeOf, send, onSent, onClose, children } = props;
  const texts = useTexts();
  const { open, close, afterClose, entries } = useClosing(onClose);
  const { request } = useRequestForm<Values, Id>({
    operation,
    path,
    toBody,
    placeOf,
    send,
    onSent(result) {
      onSent(result);
      close();
    },
  });
  return (
    <Modal open={open} title={title} footer={null} onCancel={close} afterClose={afterClose}>
      <EntriesContext.Provider value={entries}>
        <RequestForm<Values>
          name={operation}
          initialValues={initialValues}
          submitText={texts.actions.save}
          {...request}
          onCancel={close}
        >
          {children}
        </RequestForm>
      </EntriesContext.Provider>
    </Modal>
  );
}
