import { useQueryClient } from '@tanstack/react-query';
import type { Connection, ConnectionDescription } from '@vpcep/types';
import { Input } from 'antd';
import { useApi } from '../api/api-context.js';
import { RequestField } from '../forms/request-field.js';
import { useTexts } from '../language/language-context.js';
import { useMessages } from '../messages/messages.js';
import { RequestDialog } from '../resources/request-dialog.js';

const operation = 'updateEndpointConnectionsDesc';

interface Props {
  serviceId: string;
  connection: Connection;
  onClose: () => void;
}

/** The dialog that changes what is noted about a connection. */
export function ConnectionNoteDialog({ serviceId, connection: { id, description = '' }, onClose }: Props) {
  const texts = useTexts();
  const messages = useMessages();
  const { vpcep, keys } = useApi();
  const queryClient = useQueryClient();
  return (
    <RequestDialog<Pick<ConnectionDescription, 'description'>, typeof operation>
      title={texts.changes.noteTitle(id)}
      operation={operation}
      path={{ vpc_endpoint_service_id: serviceId }}
      initialValues={{ description }}
      // An empty note is sent: it takes the old one away.
      toBody={({ description: note }) => ({ connections: [{ id, description: note }] })}
      placeOf={([, , ...field]) => field}
      send={(args) => vpcep.updateEndpointConnectionsDesc(args)}
      onSent={() => {
        messages.success(texts.changes.noteSaved);
        void queryClient.invalidateQueries({ queryKey: keys.service(serviceId) });
      }}
      onClose={onClose}
    >
      <RequestField of="ConnectionDescription" name="description" required={false}>
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </RequestField>
    </RequestDialog>
  );
}
