import type { OperationArguments } from '@vpcep/client';
import type { Endpoint } from '@vpcep/types';
import { Link } from 'react-router';
import { useTexts } from '../language/language-context.js';
import { Timestamp } from '../language/timestamp.js';
import type { Column } from '../lists/column.js';
import { sortedBy } from '../lists/sorting.js';
import { useAddress } from '../location/location.js';
import { ownName } from '../resources/own-name.js';
import { TagTexts } from '../tags/tag-texts.js';
import { EndpointStatus } from './endpoint-status.js';

type Query = NonNullable<OperationArguments<'listEndpoints'>['query']>;

/** The name of the service that an endpoint connects to. */
export const serviceNameOf = ({ endpoint_service_id: id, endpoint_service_name: name }: Endpoint): string =>
  ownName({ id, service_name: name });

/** The columns that the list of endpoints can have. */
export function useEndpointColumns(query: Query): readonly Column<Endpoint>[] {
  const { columns, lists } = useTexts();
  const address = useAddress();
  const mono = (text: string | undefined) => (text === undefined ? '–' : <span className="mono">{text}</span>);
  return [
    {
      key: 'id',
      title: columns.endpoint,
      isFixed: true,
      render: (endpoint) => (
        <div className="named">
          <Link to={address('endpoints', endpoint.id)} className="mono">
            {endpoint.id}
          </Link>
          <div className="quiet">{serviceNameOf(endpoint)}</div>
        </div>
      ),
    },
    { key: 'status', title: columns.status, render: (endpoint) => <EndpointStatus endpoint={endpoint} /> },
    { key: 'address', title: columns.address, from: 'md', render: ({ ip }) => mono(ip) },
    { key: 'type', title: columns.type, from: 'lg', render: ({ service_type: type }) => <code>{type}</code> },
    { key: 'tags', title: lists.tags, from: 'xl', render: ({ tags }) => <TagTexts tags={tags} /> },
    { key: 'vpc', title: columns.vpc, isExtra: true, render: ({ vpc_id: id }) => mono(id) },
    { key: 'subnet', title: columns.subnet, isExtra: true, render: ({ subnet_id: id }) => mono(id) },
    {
      key: 'dns',
      title: columns.dns,
      isExtra: true,
      render: ({ dns_names: names = [] }) =>
        names.length === 0 ? '–' : names.map((name) => <div key={name}>{name}</div>),
    },
    {
      key: 'created',
      title: columns.created,
      from: 'sm',
      ...sortedBy('create_at', 'listEndpoints', query),
      render: ({ created_at: time }) => <Timestamp value={time} />,
    },
    {
      key: 'updated',
      title: columns.updated,
      from: 'xxl',
      ...sortedBy('update_at', 'listEndpoints', query),
      render: ({ updated_at: time }) => <Timestamp value={time} />,
    },
  ];
}
