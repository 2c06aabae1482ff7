import { useQueryClient } from '@tanstack/react-query';
import type { Endpoint } from '@vpcep/types';
import { useApi } from '../api/api-context.js';
import { JsonField } from '../forms/json-field.js';
import { RequestField } from '../forms/request-field.js';
import { RequestForm } from '../forms/request-form.js';
import { useRequestForm } from '../forms/use-request-form.js';
import { conditionalDefaults } from '../generated/document-values.js';
import { useTexts } from '../language/language-context.js';
import { useMessages } from '../messages/messages.js';
import { PolicyRules } from './policy-rules.js';
import { isReadable, type PolicyField, policyOf } from './policy-field.js';

type Values = Partial<Record<PolicyField, unknown>>;

const operation = 'updateEndpointPolicy';

/** The form that replaces the policy of an endpoint. */
export function PolicyForm({ endpoint, field }: { endpoint: Endpoint; field: PolicyField }) {
  const texts = useTexts();
  const messages = useMessages();
  const { vpcep, keys } = useApi();
  const queryClient = useQueryClient();
  const { request } = useRequestForm<Values, typeof operation>({
    operation,
    path: { vpc_endpoint_id: endpoint.id },
    // What is written there is sent as it is, with all that is blank in it.
    toBody: ({ [field]: policy }) => (policy === undefined ? {} : { [field]: policy }),
    placeOf: () => [field],
    isCheckedAtOnce: isReadable,
    send: (args) => vpcep.updateEndpointPolicy(args),
    onSent() {
      messages.success(texts.policies.saved);
      void queryClient.invalidateQueries({ queryKey: keys.endpoint(endpoint.id) });
    },
  });
  return (
    <RequestForm<Values>
      name="endpoint-policy"
      initialValues={{ [field]: policyOf(endpoint, field) }}
      submitText={texts.actions.save}
      {...request}
    >
      <RequestField of="UpdateEndpointPolicyRequest" name={field} required>
        <JsonField
          template={conditionalDefaults.CreateEndpointRequest[field]}
          templateText={texts.policies.allowEverything}
        />
      </RequestField>
      <PolicyRules field={field} />
    </RequestForm>
  );
}
