import { useQueryClient } from '@tanstack/react-query';
import { type CreateEndpointServiceRequest, serverTypeValues, serviceIpVersionValues } from '@vpcep/types';
import { Card, Form, Input, Switch } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useApi } from '../api/api-context.js';
import { PortMappingsField } from '../forms/port-mappings-field.js';
import { RequestField } from '../forms/request-field.js';
import { RequestForm } from '../forms/request-form.js';
import { TagsField } from '../forms/tags-field.js';
import { useRequestForm } from '../forms/use-request-form.js';
import { ValueChoice } from '../forms/value-choice.js';
import { ValueSelect } from '../forms/value-select.js';
import { PageHeading } from '../frame/page-heading.js';
import { defaults } from '../generated/document-values.js';
import { useLanguage } from '../language/language-context.js';
import { useAddress } from '../location/location.js';
import { NetworkInput } from '../networks/network-input.js';
import { QuotaNote } from '../quotas/quota-note.js';
import { useMessages } from '../messages/messages.js';
import { ownName } from '../resources/own-name.js';

type Values = Partial<CreateEndpointServiceRequest>;

const schema = 'CreateEndpointServiceRequest';
const { approval_enabled, tcp_proxy } = defaults[schema];

/** The form that creates an endpoint service. */
export function CreateServicePage() {
  const { texts, documentTexts } = useLanguage();
  const { vpcep, keys } = useApi();
  const messages = useMessages();
  const address = useAddress();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const fields = documentTexts.fields[schema];

  const { form, unplaced, request } = useRequestForm<Values, 'createEndpointService'>({
    operation: 'createEndpointService',
    send: (args) => vpcep.createEndpointService(args),
    onSent(service, isLeft) {
      messages.info(texts.services.created(ownName(service)));
      void queryClient.invalidateQueries({ queryKey: [...keys.services, 'list'] });
      void queryClient.invalidateQueries({ queryKey: keys.tagsInUse('endpoint_service') });
      if (!isLeft) void navigate(address('endpoint-services', service.id));
    },
  });
  const vpcId = Form.useWatch('vpc_id', form);
  const serverType = Form.useWatch('server_type', form);
  const ipVersion = Form.useWatch('ip_version', form);

  return (
    <>
      <PageHeading
        title={texts.services.create}
        back={<Link to={address('endpoint-services')}>{texts.pages.endpointServices}</Link>}
      />
      <QuotaNote of="endpoint_service" />
      <RequestForm<Values>
        name="create-endpoint-service"
        initialValues={{ server_type: 'VM', approval_enabled, ports: [{}] }}
        submitText={texts.actions.create}
        {...request}
        onCancel={() => void navigate(address('endpoint-services'))}
      >
        <Card title={<h2>{texts.services.backendGroup}</h2>}>
          <RequestField of={schema} name="server_type">
            <ValueChoice
              label={fields.server_type.label}
              values={serverTypeValues}
              explained={fields.server_type.values}
            />
          </RequestField>
          <RequestField of={schema} name="vpc_id">
            <NetworkInput of="vpcs" placeholder={fields.vpc_id.example ?? ''} />
          </RequestField>
          <RequestField of={schema} name="port_id">
            <NetworkInput of="ports" vpcId={vpcId} placeholder={fields.port_id.example ?? ''} />
          </RequestField>
          {serverType === 'VIP' && (
            <RequestField of={schema} name="vip_port_id">
              <Input placeholder={fields.vip_port_id.example ?? ''} className="mono" />
            </RequestField>
          )}
          <PortMappingsField of={schema} problems={unplaced} />
        </Card>
        <Card title={<h2>{texts.services.connectionGroup}</h2>}>
          <RequestField of={schema} name="approval_enabled">
            <ValueChoice
              label={fields.approval_enabled.label}
              values={[true, false]}
              explained={fields.approval_enabled.values}
            />
          </RequestField>
          <RequestField of={schema} name="tcp_proxy">
            <ValueSelect
              allowClear
              placeholder={tcp_proxy}
              values={fields.tcp_proxy.values.map(({ value }) => value)}
              explained={fields.tcp_proxy.values}
            />
          </RequestField>
        </Card>
        <Card title={<h2>{texts.services.otherGroup}</h2>}>
          <RequestField of={schema} name="service_name">
            <Input placeholder={fields.service_name.example ?? ''} />
          </RequestField>
          <RequestField of={schema} name="description">
            <Input.TextArea autoSize={{ minRows: 2 }} />
          </RequestField>
          <TagsField of={schema} problems={unplaced} />
        </Card>
        <Card title={<h2>{texts.services.advancedGroup}</h2>}>
          <RequestField of={schema} name="enable_policy" valuePropName="checked">
            <Switch />
          </RequestField>
          <RequestField of={schema} name="ip_version">
            <ValueSelect allowClear values={serviceIpVersionValues} explained={fields.ip_version.values} />
          </RequestField>
          {ipVersion === 'ipv6' && (
            <RequestField of={schema} name="snat_network_id" required>
              <Input placeholder={fields.snat_network_id.example ?? ''} className="mono" />
            </RequestField>
          )}
          <RequestField of={schema} name="ip">
            <Input placeholder={fields.ip.example ?? ''} className="mono" />
          </RequestField>
        </Card>
      </RequestForm>
    </>
  );
}
