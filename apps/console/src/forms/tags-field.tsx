import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { ResourceTag } from '@vpcep/types';
import { Button, Form, Input } from 'antd';
import { FieldHelp } from '../document/field-help.js';
import { FieldLabel } from '../document/field-label.js';
import { useLanguage } from '../language/language-context.js';
import type { FieldProblem } from './field-problem.js';
import { ListProblems } from './list-problems.js';

interface Props {
  of: 'CreateEndpointServiceRequest' | 'CreateEndpointRequest';
  problems: readonly FieldProblem[];
}

/** The tags of a new resource, one row for each. */
export function TagsField({ of, problems }: Props) {
  const { texts, documentTexts } = useLanguage();
  const text = documentTexts.fields[of].tags;
  const { key: keyText, value: valueText } = documentTexts.fields.TagChange;
  return (
    <Form.Item label={<FieldLabel name="tags" text={text} />} extra={<FieldHelp text={text} />}>
      <Form.List name="tags">
        {(rows, { add, remove }, { errors }) => (
          <div className="rows">
            {rows.map(({ key, name: row }) => (
              <div key={key} className="row">
                <div className="row-fields tag-row">
                  <Form.Item name={[row, 'key' satisfies keyof ResourceTag]} label={<code>key</code>}>
                    <Input aria-label={keyText.label} placeholder={keyText.example ?? ''} />
                  </Form.Item>
                  <Form.Item name={[row, 'value' satisfies keyof ResourceTag]} label={<code>value</code>}>
                    <Input aria-label={valueText.label} placeholder={valueText.example ?? ''} />
                  </Form.Item>
                  <Button
                    type="text"
                    className="row-remove"
                    aria-label={texts.tags.removeTag(String(row + 1))}
                    icon={<DeleteOutlined aria-hidden />}
                    onClick={() => {
                      remove(row);
                    }}
                  />
                </div>
                <ListProblems problems={problems} at={['tags', row]} />
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
                {texts.tags.add}
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
