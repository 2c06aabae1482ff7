import { useQuery } from '@tanstack/react-query';
import { type AddOrRemoveServicePermissionsRequest, permissionTypeValues } from '@vpcep/types';
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
import { allRows } from '../lists/paging.js';
import { FailureAlert } from '../problems/failure-alert.js';
import { commonTypeOf } from './entry-types.js';
import { useMessages } from '../messages/messages.js';

const operation = 'addOrRemoveServicePermissions';
const schema = 'AddOrRemoveServicePermissionsRequest';

type Values = Partial<AddOrRemoveServicePermissionsRequest>;

interface Props {
  serviceId: string;
  onSaved: () => void;
  onClose: () => void;
}

/** Adds several entries to the whitelist of a service, or removes them, in one call. */
export function SeveralPermissionsDrawer({ serviceId, onSaved, onClose }: Props) {
  const { texts, documentTexts } = useLanguage();
  const messages = useMessages();
  const { vpcep, keys } = useApi();
  const path = { vpc_endpoint_service_id: serviceId };
  // All that there are to choose from, on whichever page.
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.permissions(serviceId, { all: true }),
    queryFn: ({ signal }) => allRows(vpcep.paginate('listServicePermissionsDetails', { path }, { signal })),
  });
  const closing = useClosing(onClose);
  const { form, request } = useRequestForm<Values, typeof operation>({
    operation,
    path,
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
      {error !== null && (
        <div className="above">
          <FailureAlert error={error} onRetry={() => void refetch()} />
        </div>
      )}
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
            loading={isFetching}
            options={(data ?? []).map(({ permission, description = '' }) => ({
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
