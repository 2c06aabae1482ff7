import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { type ReactNode, useId } from 'react';
import type { FieldText } from '../document/document-texts.js';
import { AboutButton } from '../fields/about-button.js';
import { FieldHelp } from '../fields/field-help.js';
import { FieldLabel } from '../fields/field-label.js';
import { useTexts } from '../language/language-context.js';
import type { FieldProblem } from './field-problem.js';
import { ListProblems } from './list-problems.js';

interface Props {
  name: string;
  text: FieldText;
  /** What the document says about the fields of a row, by their names. */
  fields: Readonly<Record<string, FieldText>>;
  problems: readonly FieldProblem[];
  /** Names the class of a row's fields. */
  rowClass: string;
  addText: string;
  removeText: (position: number) => string;
  /** The fields of a row. */
  children: (row: number) => ReactNode;
}

/** A list of objects, one row for each. */
export function RowsField({ name, text, fields, problems, rowClass, addText, removeText, children }: Props) {
  const texts = useTexts();
  const labelId = useId();
  return (
    <Form.Item>
      <div className="field-head">
        <span id={labelId}>
          <FieldLabel name={name} text={text} />
          {!text.required && <span className="optional"> {texts.optional}</span>}
        </span>
        <AboutButton label={text.label}>
          <FieldHelp text={text} />
          <dl className="about-fields">
            {Object.entries(fields).map(([each, about]) => (
              <div key={each}>
                <dt>
                  <FieldLabel name={each} text={about} />
                </dt>
                <dd>
                  <FieldHelp text={about} />
                </dd>
              </div>
            ))}
          </dl>
        </AboutButton>
      </div>
      <Form.List name={name}>
        {(rows, { add, remove }, { errors }) => (
          <div className="rows" role="group" aria-labelledby={labelId}>
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
