import { useQueryClient } from '@tanstack/react-query';
import { type CreateEndpointRequest, endpointIpVersionValues } from '@vpcep/types';
import { Card, Form, Input, Select, Switch } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useApi } from '../api/api-context.js';
import { JsonField } from '../forms/json-field.js';
import { ListProblems } from '../forms/list-problems.js';
import { RequestField } from '../forms/request-field.js';
import { RequestForm } from '../forms/request-form.js';
import { TagsField } from '../forms/tags-field.js';
import { useRequestForm } from '../forms/use-request-form.js';
import { ValueSelect } from '../forms/value-select.js';
import { withoutBlanks } from '../forms/without-blanks.js';
import { PageHeading } from '../frame/page-heading.js';
import { conditionalDefaults, defaults } from '../generated/document-values.js';
import { useLanguage } from '../language/language-context.js';
import { useAddress } from '../location/location.js';
import { NetworkInput } from '../networks/network-input.js';
import { QuotaNote } from '../quotas/quota-note.js';
import { useMessages } from '../messages/messages.js';
import type { ChosenService } from './chosen-service.js';
import { isGateway as isGatewayType, isReadable, policyFieldOf } from './policy-field.js';
import { PolicyRules } from './policy-rules.js';
import { ServiceChoice } from './service-choice.js';

type Values = Partial<CreateEndpointRequest>;

/** These are filled in at one place each. */
const wholes = ['whitelist', 'routetables', 'policy_statement', 'policy_document'] satisfies (keyof Values)[];

const schema = 'CreateEndpointRequest';

/** The form that creates an endpoint. */
export function CreateEndpointPage() {
  const { texts, documentTexts } = useLanguage();
  const { vpcep, keys } = useApi();
  const messages = useMessages();
  const address = useAddress();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const fields = documentTexts.fields[schema];
  const [chosen, setChosen] = useState<ChosenService>();
  const isGateway = isGatewayType(chosen?.service_type);
  const policyField = chosen?.enable_policy === true ? policyFieldOf(chosen.service_type) : undefined;

  const { form, unplaced, request } = useRequestForm<Values, 'createEndpoint'>({
    operation: 'createEndpoint',
    // A policy goes as it is written, with all that is blank in it.
    toBody: ({ policy_document, policy_statement, ...values }) => ({
      ...withoutBlanks(values),
      ...(policy_document === undefined ? {} : { policy_document }),
      ...(policy_statement === undefined ? {} : { policy_statement }),
      ...(chosen === undefined ? {} : { endpoint_service_id: chosen.id }),
    }),
    isCheckedAtOnce: isReadable,
    placeOf: ([name = '', ...rest]) => (wholes.some((whole) => whole === name) ? [name] : [name, ...rest]),
    send: (args) => vpcep.createEndpoint(args),
    onSent(endpoint, isLeft) {
      messages.info(texts.endpoints.created(endpoint.id));
      void queryClient.invalidateQueries({ queryKey: [...keys.endpoints, 'list'] });
      void queryClient.invalidateQueries({ queryKey: keys.tagsInUse('endpoint') });
      if (!isLeft) void navigate(address('endpoints', endpoint.id));
    },
  });
  const vpcId = Form.useWatch('vpc_id', form);
  const ipVersion = Form.useWatch('ip_version', form);
  const isRestricted = Form.useWatch('enable_whitelist', form) === true;

  return (
    <>
      <PageHeading
        title={texts.endpoints.create}
        back={<Link to={address('endpoints')}>{texts.pages.endpoints}</Link>}
      />
      <QuotaNote of="endpoint" />
      <Card title={<h2>{texts.endpoints.serviceStep}</h2>} className="above form-width">
        <ServiceChoice chosen={chosen} onChoose={setChosen} />
        <ListProblems problems={unplaced} at={['endpoint_service_id' satisfies keyof Values]} />
      </Card>
      <RequestForm<Values>
        name="create-endpoint"
        initialValues={defaults[schema]}
        submitText={texts.actions.create}
        {...request}
        onCancel={() => void navigate(address('endpoints'))}
      >
        <Card title={<h2>{texts.endpoints.whereStep}</h2>}>
          <RequestField of={schema} name="vpc_id">
            <NetworkInput of="vpcs" placeholder={fields.vpc_id.example ?? ''} />
          </RequestField>
          {isGateway ? (
            <RequestField of={schema} name="routetables" hint={texts.endpoints.tablesHint}>
              <Select mode="tags" open={false} suffix={null} tokenSeparators={[' ', ',', ';']} className="mono" />
            </RequestField>
          ) : (
            <>
              <RequestField of={schema} name="subnet_id">
                <NetworkInput of="subnets" vpcId={vpcId} placeholder={fields.subnet_id.example ?? ''} />
              </RequestField>
              <RequestField of={schema} name="port_ip">
                <Input placeholder={fields.port_ip.example ?? ''} className="mono" />
              </RequestField>
              <RequestField of={schema} name="ip_version">
                <ValueSelect allowClear values={endpointIpVersionValues} explained={fields.ip_version.values} />
              </RequestField>
              {ipVersion === 'dualstack' && (
                <RequestField of={schema} name="ipv6_address">
                  <Input placeholder={fields.ipv6_address.example ?? ''} className="mono" />
                </RequestField>
              )}
              <RequestField of={schema} name="enable_dns" valuePropName="checked">
                <Switch />
              </RequestField>
            </>
          )}
        </Card>
        <Card title={<h2>{texts.endpoints.accessGroup}</h2>}>
          {!isGateway && (
            <RequestField of={schema} name="enable_whitelist" valuePropName="checked">
              <Switch />
            </RequestField>
          )}
          {!isGateway && isRestricted && (
            <RequestField of={schema} name="whitelist" hint={texts.endpoints.addressesHint}>
              <Select mode="tags" open={false} suffix={null} tokenSeparators={[' ', ',', ';']} className="mono" />
            </RequestField>
          )}
          {policyField !== undefined && (
            <>
              <RequestField of={schema} name={policyField}>
                <JsonField
                  key={policyField}
                  template={conditionalDefaults[schema][policyField]}
                  templateText={texts.policies.allowEverything}
                />
              </RequestField>
              <PolicyRules field={policyField} isDefault />
            </>
          )}
          <RequestField of={schema} name="description">
            <Input.TextArea autoSize={{ minRows: 2 }} />
          </RequestField>
          <TagsField of={schema} problems={unplaced} />
        </Card>
      </RequestForm>
    </>
  );
}
