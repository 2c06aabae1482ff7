import { Input } from 'antd';
import { useLanguage } from '../language/language-context.js';
import type { FieldProblem } from './field-problem.js';
import { RowItem } from './row-item.js';
import { RowsField } from './rows-field.js';

interface Props {
  of: 'CreateEndpointServiceRequest' | 'CreateEndpointRequest';
  problems: readonly FieldProblem[];
}

/** The tags of a new resource. */
export function TagsField({ of, problems }: Props) {
  const { texts, documentTexts } = useLanguage();
  const fields = documentTexts.fields.TagChange;
  return (
    <RowsField
      name="tags"
      text={documentTexts.fields[of].tags}
      fields={fields}
      problems={problems}
      rowClass="two-fields"
      addText={texts.tags.add}
      removeText={(position) => texts.tags.removeTag(String(position))}
    >
      {(row) =>
        (['key', 'value'] as const).map((name) => (
          <RowItem key={name} row={row} name={name} text={fields[name]}>
            <Input placeholder={fields[name].example ?? ''} />
          </RowItem>
        ))
      }
    </RowsField>
  );
}
