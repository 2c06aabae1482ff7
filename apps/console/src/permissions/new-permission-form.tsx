import { type BatchAddEndpointServicePermissionsRequest, type NewPermission, permissionTypeValues } from '@vpcep/types';
import { Input } from 'antd';
import { useApi } from '../api/api-context.js';
import { RequestField } from '../forms/request-field.js';
import { RequestForm } from '../forms/request-form.js';
import { useRequestForm } from '../forms/use-request-form.js';
import { ValueSelect } from '../forms/value-select.js';
import { useLanguage } from '../language/language-context.js';
import { typeOf } from './entry-types.js';
import { useMessages } from '../messages/messages.js';

const operation = 'batchAddEndpointServicePermissions';

type Values = Partial<NewPermission & Pick<BatchAddEndpointServicePermissionsRequest, 'permission_type'>>;

/** Adds a record to the whitelist of a service. */
export function NewPermissionForm({ serviceId, onAdded }: { serviceId: string; onAdded: () => void }) {
  const { texts, documentTexts } = useLanguage();
  const messages = useMessages();
  const { vpcep } = useApi();
  const path = { vpc_endpoint_service_id: serviceId };
  const { permission: text } = documentTexts.fields.NewPermission;
  const { permission_type: typeText } = documentTexts.fields.BatchAddEndpointServicePermissionsRequest;
  const { form, request } = useRequestForm<Values, typeof operation>({
    operation,
    path,
    // The API wants the note also when it is empty.
    toBody: ({ permission, description = '', permission_type: type }) => ({
      ...(type === undefined ? {} : { permission_type: type }),
      permissions: [{ ...(permission === undefined || permission === '' ? {} : { permission }), description }],
    }),
    placeOf: ([name = '', , ...field]) => (name === 'permissions' ? field : [name]),
    send: (args) => vpcep.batchAddEndpointServicePermissions(args),
    onSent() {
      form.resetFields();
      messages.success(texts.permissions.added);
      onAdded();
    },
  });
  return (
    <RequestForm<Values>
      name="new-permission"
      initialValues={{ permission_type: typeOf() }}
      submitText={texts.permissions.add}
      {...request}
      onValuesChange={(changed) => {
        // The type follows the entry, and can be changed or left out afterwards.
        if ('permission' in changed) form.setFieldValue('permission_type', typeOf(form.getFieldsValue().permission));
        request.onValuesChange(changed);
      }}
      isInline
    >
      <RequestField of="NewPermission" name="permission">
        <Input placeholder={text.example ?? ''} className="mono" />
      </RequestField>
      <RequestField of="BatchAddEndpointServicePermissionsRequest" name="permission_type">
        <ValueSelect allowClear values={permissionTypeValues} explained={typeText.values} />
      </RequestField>
      <RequestField of="NewPermission" name="description" required={false}>
        <Input />
      </RequestField>
    </RequestForm>
  );
}
