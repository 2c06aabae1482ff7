import { useQueryClient } from '@tanstack/react-query';
import type { Endpoint, RouteTableError, UpdateEndpointRoutetableRequest } from '@vpcep/types';
import { Alert, Card, Select } from 'antd';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { OperationText } from '../document/operation-text.js';
import { RequestField } from '../forms/request-field.js';
import { RequestForm } from '../forms/request-form.js';
import { useRequestForm } from '../forms/use-request-form.js';
import { useLanguage, useTexts } from '../language/language-context.js';
import { useMessages } from '../messages/messages.js';

const operation = 'updateEndpointRoutetable';
const schema = 'UpdateEndpointRoutetableRequest';

/** Which route tables lead to an endpoint of a gateway service. */
export function RouteTablesForm({ endpoint }: { endpoint: Endpoint }) {
  const { texts, documentTexts } = useLanguage();
  const messages = useMessages();
  const { vpcep, keys } = useApi();
  const queryClient = useQueryClient();
  const [failed, setFailed] = useState<readonly RouteTableError[]>([]);
  const { form, request } = useRequestForm<UpdateEndpointRoutetableRequest, typeof operation>({
    operation,
    path: { vpc_endpoint_id: endpoint.id },
    // An empty list is sent: it unbinds all.
    toBody: ({ routetables }) => ({ routetables }),
    // The list is filled in at one place.
    placeOf: ([name = '']) => [name],
    send: (args) => vpcep.updateEndpointRoutetable(args),
    onSent({ routetables, error = [] }) {
      // The call succeeds also where some tables stay as they were.
      setFailed(error);
      if (error.length === 0) messages.success(texts.changes.tablesSaved);
      form.setFieldsValue({ routetables });
      void queryClient.invalidateQueries({ queryKey: keys.endpoint(endpoint.id) });
    },
  });
  return (
    <Card>
      <RequestForm<UpdateEndpointRoutetableRequest>
        name="endpoint-route-tables"
        initialValues={{ routetables: endpoint.routetables ?? [] }}
        submitText={texts.actions.save}
        {...request}
      >
        <OperationText text={documentTexts.operations[operation]} />
        <RequestField of={schema} name="routetables" hint={texts.endpoints.tablesHint}>
          <Select mode="tags" open={false} suffix={null} tokenSeparators={[' ', ',', ';']} className="mono" />
        </RequestField>
        {failed.length > 0 && <FailedTables failed={failed} />}
      </RequestForm>
    </Card>
  );
}

/** The tables that could not be bound or unbound, and why, as the service says. */
function FailedTables({ failed }: { failed: readonly RouteTableError[] }) {
  const { changes } = useTexts();
  const all = [
    ...failed.flatMap(({ bind_failed: tables = [] }) => tables.map((table) => ({ ...table, what: changes.notBound }))),
    ...failed.flatMap(({ unbind_failed: tables = [] }) =>
      tables.map((table) => ({ ...table, what: changes.notUnbound })),
    ),
  ];
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={changes.tablesFailed}
      description={
        <ul className="failed-tables">
          {all.map(({ id = '', error_message: why = '', what }) => (
            <li key={`${what} ${id}`}>
              <code>{id}</code> {what}
              <div className="quiet" lang="en">
                {why}
              </div>
            </li>
          ))}
        </ul>
      }
    />
  );
}
