import { type AddOrRemoveServicePermissionsRequest, type Permission, permissionTypeValues } from '@vpcep/types';
import { Select } from 'antd';
import { useApi } from '../api/api-context.js';
import { FormDrawer } from '../dialogs/form-drawer.js';
import { useClosing } from '../dialogs/use-closing.js';
import { RequestField } from '../forms/request-field.js';
import { RequestForm } from '../forms/request-form.js';
import { useRequestForm } from '../forms/use-request-form.js';
import { ValueChoice } from '../forms/value-choice.js';
import { ValueSelect } from '../forms/value-select.js';
import { useLanguage } from '../language/language-context.js';
import { commonTypeOf } from './entry-types.js';
import { useMessages } from '../messages/messages.js';

const operation = 'addOrRemoveServicePermissions';
const schema = 'AddOrRemoveServicePermissionsRequest';

type Values = Partial<AddOrRemoveServicePermissionsRequest>;

interface Props {
  serviceId: string;
  /** Those that are known to be in the whitelist, to choose from. */
  records: readonly Permission[];
  onSaved: () => void;
  onClose: () => void;
}

/** Adds several entries to the whitelist of a service, or removes them, in one call. */
export function SeveralPermissionsDrawer({ serviceId, records, onSaved, onClose }: Props) {
  const { texts, documentTexts } = useLanguage();
  const messages = useMessages();
  const { vpcep } = useApi();
  const closing = useClosing(onClose);
  const { form, request } = useRequestForm<Values, typeof operation>({
    operation,
    path: { vpc_endpoint_service_id: serviceId },
    // The list is filled in at one place.
    placeOf: ([name = '']) => [name],
    send: (args) => vpcep.addOrRemoveServicePermissions(args),
    onSent() {
      messages.success(texts.changes.whitelistSaved);
      onSaved();
      closing.close();
    },
  });
  const { action, permission_type: type } = documentTexts.fields[schema];
  return (
    <FormDrawer title={texts.changes.several} closing={closing}>
      <RequestForm<Values>
        name="several-permissions"
        initialValues={{ action: 'add', permission_type: 'domainId' }}
        submitText={texts.actions.save}
        {...request}
        onCancel={closing.close}
        onValuesChange={(changed) => {
          // The type follows the entries, and can be changed or left out afterwards.
          if ('permissions' in changed) {
            form.setFieldValue('permission_type', commonTypeOf(form.getFieldsValue().permissions ?? []));
          }
          request.onValuesChange(changed);
        }}
      >
        <RequestField of={schema} name="action">
          <ValueChoice label={action.label} values={['add', 'remove']} explained={action.values} />
        </RequestField>
        <RequestField of={schema} name="permissions" hint={texts.changes.entriesHint}>
          <Select
            mode="tags"
            className="mono"
            tokenSeparators={[' ', ',', ';', '\n']}
            options={records.map(({ permission, description = '' }) => ({
              value: permission,
              label: description === '' ? permission : `${permission} (${description})`,
            }))}
          />
        </RequestField>
        <RequestField of={schema} name="permission_type">
          <ValueSelect allowClear values={permissionTypeValues} explained={type.values} />
        </RequestField>
      </RequestForm>
    </FormDrawer>
  );
}
