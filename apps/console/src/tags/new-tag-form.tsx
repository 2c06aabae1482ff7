import type { OperationArguments } from '@vpcep/client';
import type { TagChange } from '@vpcep/types';
import { Input } from 'antd';
import { useApi } from '../api/api-context.js';
import { RequestField } from '../forms/request-field.js';
import { RequestForm } from '../forms/request-form.js';
import { useRequestForm } from '../forms/use-request-form.js';
import { useLanguage } from '../language/language-context.js';
import { useMessages } from '../messages/messages.js';

const operation = 'batchAddOrRemoveResourceInstance';

interface Props {
  path: OperationArguments<typeof operation>['path'];
  onAdded: () => void;
}

/** Adds a tag to a resource, or gives one that it has another value. */
export function NewTagForm({ path, onAdded }: Props) {
  const { texts, documentTexts } = useLanguage();
  const messages = useMessages();
  const { vpcep } = useApi();
  const fields = documentTexts.fields.TagChange;
  const { form, request } = useRequestForm<Partial<TagChange>, typeof operation>({
    operation,
    path,
    toBody: ({ key, value = '' }) => ({
      action: 'create',
      tags: [{ ...(key === undefined || key === '' ? {} : { key }), value }],
    }),
    placeOf: ([, , ...field]) => field,
    send: (args) => vpcep.batchAddOrRemoveResourceInstance(args),
    onSent() {
      form.resetFields();
      messages.success(texts.tags.added);
      onAdded();
    },
  });
  return (
    <RequestForm<Partial<TagChange>> name="new-tag" submitText={texts.tags.add} {...request} isInline>
      <RequestField of="TagChange" name="key">
        <Input placeholder={fields.key.example ?? ''} />
      </RequestField>
      <RequestField of="TagChange" name="value">
        <Input placeholder={fields.value.example ?? ''} />
      </RequestField>
    </RequestForm>
  );
}
