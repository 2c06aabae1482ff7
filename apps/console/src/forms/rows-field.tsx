import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import type { FieldText } from '../document/document-texts.js';
import { FieldHelp } from '../document/field-help.js';
import { FieldLabel } from '../document/field-label.js';
import { useTexts } from '../language/language-context.js';
import type { FieldProblem } from './field-problem.js';
import { ListProblems } from './list-problems.js';

interface Props {
  name: string;
  text: FieldText;
  problems: readonly FieldProblem[];
  /** Names the class of a row's fields. */
  rowClass: string;
  addText: string;
  removeText: (position: number) => string;
  /** The fields of a row. */
  children: (row: number) => ReactNode;
}

/** A list of objects, one row for each. */
export function RowsField({ name, text, problems, rowClass, addText, removeText, children }: Props) {
  const texts = useTexts();
  return (
    <Form.Item
      label={<FieldLabel name={name} text={text} />}
      required={text.required}
      extra={<FieldHelp text={text} />}
    >
      <Form.List name={name}>
        {(rows, { add, remove }, { errors }) => (
          <div className="rows">
            {rows.map(({ key, name: row }) => (
              <div key={key} className="row">
                <div className={`row-fields ${rowClass}`}>
                  {children(row)}
                  <Button
                    type="text"
                    className="row-remove"
                    aria-label={removeText(row + 1)}
                    icon={<DeleteOutlined aria-hidden />}
                    onClick={() => {
                      remove(row);
                    }}
                  />
                </div>
                <ListProblems problems={problems} at={[name, row]} />
              </div>
            ))}
            <Form.ErrorList errors={errors} />
            <div className="row-add">
              <Button
                type="dashed"
                icon={<PlusOutlined aria-hidden />}
                onClick={() => {
                  add({});
                }}
              >
                {addText}
              </Button>
              {text.maxItems !== undefined && (
                <span className="quiet">{texts.ports.count(rows.length, text.maxItems)}</span>
              )}
            </div>
          </div>
        )}
      </Form.List>
    </Form.Item>
  );
}
