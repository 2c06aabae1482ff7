import { Form } from 'antd';
import type { ReactElement } from 'react';
import type { FieldText } from '../document/document-texts.js';
import { Labelled } from './labelled.js';

interface Props {
  /** The position of the row. */
  row: number;
  name: string;
  text: FieldText;
  /** What one has to know to fill it in. */
  extra?: string | undefined;
  /** The control. */
  children: ReactElement<object>;
}

/** A field of a row. What the document says about it stands at the list. */
export function RowItem({ row, name, text, extra, children }: Props) {
  return (
    <Form.Item name={[row, name]} extra={extra}>
      <Labelled name={name} text={text} withoutAbout>
        {children}
      </Labelled>
    </Form.Item>
  );
}
