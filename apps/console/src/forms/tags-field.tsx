import type { ResourceTag } from '@vpcep/types';
import { Form, Input } from 'antd';
import { useLanguage } from '../language/language-context.js';
import type { FieldProblem } from './field-problem.js';
import { RowsField } from './rows-field.js';

interface Props {
  of: 'CreateEndpointServiceRequest' | 'CreateEndpointRequest';
  problems: readonly FieldProblem[];
}

/** The tags of a new resource. */
export function TagsField({ of, problems }: Props) {
  const { texts, documentTexts } = useLanguage();
  const { key, value } = documentTexts.fields.TagChange;
  return (
    <RowsField
      name="tags"
      text={documentTexts.fields[of].tags}
      problems={problems}
      rowClass="two-fields"
      addText={texts.tags.add}
      removeText={(position) => texts.tags.removeTag(String(position))}
    >
      {(row) => (
        <>
          <Form.Item name={[row, 'key' satisfies keyof ResourceTag]} label={<code>key</code>}>
            <Input aria-label={key.label} placeholder={key.example ?? ''} />
          </Form.Item>
          <Form.Item name={[row, 'value' satisfies keyof ResourceTag]} label={<code>value</code>}>
            <Input aria-label={value.label} placeholder={value.example ?? ''} />
          </Form.Item>
        </>
      )}
    </RowsField>
  );
}
