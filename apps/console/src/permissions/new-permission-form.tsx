import type { OperationArguments } from '@vpcep/client';
import type { NewPermission } from '@vpcep/types';
import { App, Input } from 'antd';
import { useApi } from '../api/api-context.js';
import { RequestField } from '../forms/request-field.js';
import { RequestForm } from '../forms/request-form.js';
import { useRequestForm } from '../forms/use-request-form.js';
import { useSubmit } from '../forms/use-submit.js';
import { useLanguage } from '../language/language-context.js';

const operation = 'batchAddEndpointServicePermissions';

/** Adds a record to the whitelist of a service. */
export function NewPermissionForm({ serviceId, onAdded }: { serviceId: string; onAdded: () => void }) {
  const { texts, documentTexts } = useLanguage();
  const { message } = App.useApp();
  const { vpcep } = useApi();
  const path = { vpc_endpoint_service_id: serviceId };
  const { permission: text } = documentTexts.fields.NewPermission;
  const {
    form,
    unplaced: _,
    check,
    showProblems,
    ...checked
  } = useRequestForm<Partial<NewPermission>, typeof operation>({
    operation,
    path,
    // The API wants the note also when it is empty.
    toBody: ({ permission, description = '' }) => ({
      permissions: [{ ...(permission === undefined || permission === '' ? {} : { permission }), description }],
    }),
    placeOf: ([, , ...field]) => field,
  });
  const submit = useSubmit({
    send: (args: OperationArguments<typeof operation>) => vpcep.batchAddEndpointServicePermissions(args),
    onSent() {
      form.resetFields();
      void message.success(texts.permissions.added);
      onAdded();
    },
    showProblems,
  });
  return (
    <RequestForm<Partial<NewPermission>>
      name="new-permission"
      form={form}
      onSubmit={() => {
        const args = check();
        if (args !== undefined) submit.mutate(args);
      }}
      submitText={texts.permissions.add}
      isPending={submit.isPending}
      error={submit.error}
      {...checked}
      isInline
    >
      <RequestField of="NewPermission" name="permission">
        <Input placeholder={text.example ?? ''} className="mono" />
      </RequestField>
      <RequestField of="NewPermission" name="description" isOptional>
        <Input />
      </RequestField>
    </RequestForm>
  );
}
