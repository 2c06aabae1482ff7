import { useQueryClient } from '@tanstack/react-query';
import type { EndpointService, UpdateEndpointServiceRequest } from '@vpcep/types';
import { Input } from 'antd';
import { useApi } from '../api/api-context.js';
import { FormDrawer } from '../dialogs/form-drawer.js';
import { useClosing } from '../dialogs/use-closing.js';
import { PortMappingsField } from '../forms/port-mappings-field.js';
import { RequestField } from '../forms/request-field.js';
import { RequestForm } from '../forms/request-form.js';
import { useRequestForm } from '../forms/use-request-form.js';
import { ValueChoice } from '../forms/value-choice.js';
import { ValueSelect } from '../forms/value-select.js';
import { useLanguage } from '../language/language-context.js';
import { NetworkInput } from '../networks/network-input.js';
import { useMessages } from '../messages/messages.js';
import { ownName } from '../resources/own-name.js';
import { changesOf } from './changes-of.js';

const schema = 'UpdateEndpointServiceRequest';

/** The form that changes an endpoint service. Only what was changed is sent. */
export function EditServiceDrawer({ service, onClose }: { service: EndpointService; onClose: () => void }) {
  const { texts, documentTexts } = useLanguage();
  const { vpcep, keys } = useApi();
  const messages = useMessages();
  const queryClient = useQueryClient();
  const closing = useClosing(onClose);
  const fields = documentTexts.fields[schema];
  const path = { vpc_endpoint_service_id: service.id };
  const name = ownName(service);
  const before: UpdateEndpointServiceRequest = {
    service_name: name === service.service_name ? '' : name,
    description: service.description ?? '',
    approval_enabled: service.approval_enabled,
    port_id: service.port_id,
    ports: service.ports,
    ...(service.tcp_proxy === undefined ? {} : { tcp_proxy: service.tcp_proxy }),
    ...(service.ip === undefined ? {} : { ip: service.ip }),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- older services still have it
    ...(service.vip_port_id === undefined ? {} : { vip_port_id: service.vip_port_id }),
  };
  const { unplaced, request } = useRequestForm<UpdateEndpointServiceRequest, 'updateEndpointService'>({
    operation: 'updateEndpointService',
    path,
    toBody: (values) => changesOf(before, values),
    send: (args) => vpcep.updateEndpointService(args),
    onSent(changed) {
      queryClient.setQueryData(keys.service(service.id), changed);
      void queryClient.invalidateQueries({ queryKey: [...keys.services, 'list'] });
      messages.success(texts.services.saved);
      closing.close();
    },
  });
  return (
    <FormDrawer title={texts.services.editTitle(name)} closing={closing}>
      <RequestForm<UpdateEndpointServiceRequest>
        name="edit-endpoint-service"
        initialValues={before}
        submitText={texts.actions.save}
        {...request}
        onCancel={closing.close}
      >
        <RequestField of={schema} name="service_name">
          <Input />
        </RequestField>
        <RequestField of={schema} name="description">
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </RequestField>
        <RequestField of={schema} name="approval_enabled">
          <ValueChoice
            label={fields.approval_enabled.label}
            values={[true, false]}
            explained={documentTexts.fields.CreateEndpointServiceRequest.approval_enabled.values}
          />
        </RequestField>
        <RequestField of={schema} name="port_id">
          <NetworkInput of="ports" vpcId={service.vpc_id} />
        </RequestField>
        {service.server_type === 'VIP' && (
          <RequestField of={schema} name="vip_port_id">
            <Input className="mono" />
          </RequestField>
        )}
        <RequestField of={schema} name="tcp_proxy">
          <ValueSelect values={fields.tcp_proxy.values.map(({ value }) => value)} explained={fields.tcp_proxy.values} />
        </RequestField>
        {service.ip !== undefined && (
          <RequestField of={schema} name="ip">
            <Input className="mono" />
          </RequestField>
        )}
        <PortMappingsField of={schema} problems={unplaced} />
      </RequestForm>
    </FormDrawer>
  );
}
