import type { NewPermission, Permission } from '@vpcep/types';
import { Input } from 'antd';
import { useApi } from '../api/api-context.js';
import { RequestField } from '../forms/request-field.js';
import { useTexts } from '../language/language-context.js';
import { EditableNote } from '../resources/editable-note.js';
import { RequestDialog } from '../resources/request-dialog.js';
import { useMessages } from '../messages/messages.js';

const operation = 'updateEndpointServicePermissionDesc';

interface Props {
  serviceId: string;
  record: Permission;
  onSaved: () => void;
  isNarrow?: boolean;
}

/** What is noted about a record of a whitelist. */
export function PermissionNote({ serviceId, record, onSaved, isNarrow = false }: Props) {
  const texts = useTexts();
  const messages = useMessages();
  const { vpcep } = useApi();
  const { id, permission, description = '' } = record;
  return (
    <EditableNote
      note={description}
      editText={texts.changes.editNote(permission)}
      isNarrow={isNarrow}
      dialog={(close) => (
        <RequestDialog<Pick<NewPermission, 'description'>, typeof operation>
          title={texts.changes.noteTitle(permission)}
          operation={operation}
          path={{ vpc_endpoint_service_id: serviceId, permission_id: id }}
          initialValues={{ description }}
          // An empty note is sent: it takes the old one away.
          toBody={({ description: note }) => ({ permission: { description: note } })}
          placeOf={([, ...field]) => field}
          send={(args) => vpcep.updateEndpointServicePermissionDesc(args)}
          onSent={() => {
            messages.success(texts.changes.noteSaved);
            onSaved();
          }}
          onClose={close}
        >
          <RequestField of="NewPermission" name="description" required={false}>
            <Input.TextArea autoSize={{ minRows: 2 }} />
          </RequestField>
        </RequestDialog>
      )}
    />
  );
}
