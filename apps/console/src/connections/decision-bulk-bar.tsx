import { CheckOutlined, StopOutlined } from '@ant-design/icons';
import type { AcceptOrRejectEndpointRequest, ConnectionStatus } from '@vpcep/types';
import { useApi } from '../api/api-context.js';
import { BulkBar } from '../bulk/bulk-bar.js';
import { useTexts } from '../language/language-context.js';
import type { Selection } from '../lists/selection.js';
import { mayAccept, mayReject } from './decisions.js';
import { useRereadConnections } from './use-reread-connections.js';

interface Props<Row> {
  selection: Selection<Row> & { readonly nameOf: (row: Row) => string };
  /** The ID of the service that a connection is to. */
  serviceOf: (row: Row) => string;
  statusOf: (row: Row) => ConnectionStatus;
}

/** Accepts or rejects the connections that are selected. Rows are known by the IDs of their endpoints. */
export function DecisionBulkBar<Row extends { readonly id: string }>({ selection, serviceOf, statusOf }: Props<Row>) {
  const texts = useTexts();
  const { vpcep } = useApi();
  const rereadConnections = useRereadConnections();
  const decide = (action: AcceptOrRejectEndpointRequest['action']) => (row: Row) =>
    vpcep.acceptOrRejectEndpoint({
      path: { vpc_endpoint_service_id: serviceOf(row) },
      body: { action, endpoints: [row.id] },
    });
  return (
    <BulkBar
      selection={selection}
      onDone={() => {
        void rereadConnections([...selection.selected.values()].map(serviceOf));
      }}
      actions={[
        {
          key: 'accept',
          text: texts.actions.accept,
          icon: <CheckOutlined aria-hidden />,
          title: texts.bulk.accept,
          appliesTo: (row) => mayAccept(statusOf(row)),
          run: decide('receive'),
        },
        {
          key: 'reject',
          text: texts.actions.reject,
          icon: <StopOutlined aria-hidden />,
          isDanger: true,
          title: texts.bulk.reject,
          help: texts.bulk.rejectHelp,
          appliesTo: (row) => mayReject(statusOf(row)),
          run: decide('reject'),
        },
      ]}
    />
  );
}
