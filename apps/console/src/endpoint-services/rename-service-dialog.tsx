import { useQueryClient } from '@tanstack/react-query';
import type { EndpointService, EndpointServiceNameRequest } from '@vpcep/types';
import { Input } from 'antd';
import { useApi } from '../api/api-context.js';
import { OperationText } from '../document/operation-text.js';
import { RequestField } from '../forms/request-field.js';
import { useLanguage } from '../language/language-context.js';
import { ownName } from '../resources/own-name.js';
import { RequestDialog } from '../resources/request-dialog.js';
import { useMessages } from '../messages/messages.js';

const operation = 'updateEndpointServiceName';

/** Gives a service another name, and leaves all else of it alone: it stays available meanwhile. */
export function RenameServiceDialog({ service, onClose }: { service: EndpointService; onClose: () => void }) {
  const { texts, documentTexts } = useLanguage();
  const messages = useMessages();
  const { vpcep, keys } = useApi();
  const queryClient = useQueryClient();
  const name = ownName(service);
  return (
    <RequestDialog<EndpointServiceNameRequest, typeof operation>
      title={texts.changes.renameTitle(name)}
      operation={operation}
      path={{ vpc_endpoint_service_id: service.id }}
      initialValues={{ endpoint_service_name: name === service.service_name ? '' : name }}
      // An empty name is sent: it takes the old one away.
      toBody={({ endpoint_service_name = '' }) => ({ endpoint_service_name })}
      placeOf={(inBody) => inBody}
      send={(args) => vpcep.updateEndpointServiceName(args)}
      onSent={() => {
        messages.success(texts.changes.renamed);
        void queryClient.invalidateQueries({ queryKey: keys.services });
      }}
      onClose={onClose}
    >
      <OperationText text={documentTexts.operations[operation]} />
      <RequestField of="EndpointServiceNameRequest" name="endpoint_service_name">
        <Input />
      </RequestField>
    </RequestDialog>
  );
}
