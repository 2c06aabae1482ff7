import { useQueryClient } from '@tanstack/react-query';
import type { Endpoint, UpdateEndpointWhiteRequest } from '@vpcep/types';
import { Card, Select, Switch } from 'antd';
import { useApi } from '../api/api-context.js';
import { RequestField } from '../forms/request-field.js';
import { RequestForm } from '../forms/request-form.js';
import { useRequestForm } from '../forms/use-request-form.js';
import { defaults } from '../generated/document-values.js';
import { useTexts } from '../language/language-context.js';
import { useMessages } from '../messages/messages.js';

const schema = 'UpdateEndpointWhiteRequest';

/** Which addresses may use an endpoint. */
export function WhitelistForm({ endpoint }: { endpoint: Endpoint }) {
  const texts = useTexts();
  const messages = useMessages();
  const { vpcep, keys } = useApi();
  const queryClient = useQueryClient();
  const path = { vpc_endpoint_id: endpoint.id };
  const { request } = useRequestForm<UpdateEndpointWhiteRequest, 'updateEndpointWhite'>({
    operation: 'updateEndpointWhite',
    path,
    // An empty list is sent: it removes all.
    toBody: ({ whitelist = [], enable_whitelist = defaults[schema].enable_whitelist }) => ({
      whitelist,
      enable_whitelist,
    }),
    // The list is filled in at one place.
    placeOf: ([name = '']) => [name],
    send: (args) => vpcep.updateEndpointWhite(args),
    onSent() {
      messages.success(texts.endpoints.whitelistSaved);
      void queryClient.invalidateQueries({ queryKey: keys.endpoint(endpoint.id) });
    },
  });
  return (
    <Card>
      <RequestForm<UpdateEndpointWhiteRequest>
        name="endpoint-whitelist"
        initialValues={{ enable_whitelist: endpoint.enable_whitelist ?? false, whitelist: endpoint.whitelist ?? [] }}
        submitText={texts.actions.save}
        {...request}
      >
        <RequestField of={schema} name="enable_whitelist" valuePropName="checked">
          <Switch />
        </RequestField>
        <RequestField of={schema} name="whitelist" hint={texts.endpoints.addressesHint}>
          <Select mode="tags" open={false} suffix={null} tokenSeparators={[' ', ',', ';']} className="mono" />
        </RequestField>
      </RequestForm>
    </Card>
  );
}
