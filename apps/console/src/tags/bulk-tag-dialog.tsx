import type { TagChange, ResourceType } from '@vpcep/types';
import { Form, Input } from 'antd';
import { useApi } from '../api/api-context.js';
import { BulkDialog } from '../bulk/bulk-dialog.js';
import type { BulkItem } from '../bulk/run-bulk.js';
import { RequestField } from '../forms/request-field.js';
import { useCheckedForm } from '../forms/use-checked-form.js';
import { useLanguage } from '../language/language-context.js';

const operation = 'batchAddOrRemoveResourceInstance';

interface Props {
  resourceType: ResourceType;
  items: readonly BulkItem[];
  onDone: (ids: readonly string[]) => void;
  onClose: () => void;
}

/** Adds one tag to several resources. */
export function BulkTagDialog({ resourceType, items, onDone, onClose }: Props) {
  const { texts, documentTexts } = useLanguage();
  const { vpcep } = useApi();
  const fields = documentTexts.fields.TagChange;
  const [first] = items;
  const toBody = ({ key, value = '' }: Partial<TagChange>) => ({
    action: 'create' as const,
    tags: [{ key: key ?? '', value }],
  });
  const { form, check, onValuesChange, onBlur } = useCheckedForm<Partial<TagChange>, typeof operation>({
    operation,
    path: { resource_type: resourceType, resource_id: first?.id ?? '' },
    toBody,
    placeOf: ([, , ...field]) => field,
  });
  return (
    <BulkDialog
      title={texts.bulk.tagTitle}
      okText={texts.bulk.tag}
      isDanger={false}
      items={items}
      check={() => check() !== undefined}
      run={({ id }) =>
        vpcep.batchAddOrRemoveResourceInstance({
          path: { resource_type: resourceType, resource_id: id },
          body: toBody(form.getFieldsValue()),
        })
      }
      onDone={onDone}
      onClose={onClose}
    >
      <Form<Partial<TagChange>>
        name="bulk-tag"
        form={form}
        layout="vertical"
        autoComplete="off"
        onValuesChange={onValuesChange}
        onBlur={onBlur}
      >
        <RequestField of="TagChange" name="key">
          <Input placeholder={fields.key.example ?? ''} />
        </RequestField>
        <RequestField of="TagChange" name="value">
          <Input placeholder={fields.value.example ?? ''} />
        </RequestField>
      </Form>
    </BulkDialog>
  );
}
