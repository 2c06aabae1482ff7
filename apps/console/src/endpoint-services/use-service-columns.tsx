import type { OperationArguments } from '@vpcep/client';
import type { ListedEndpointService } from '@vpcep/types';
import { Link } from 'react-router';
import { useTexts } from '../language/language-context.js';
import { Timestamp } from '../language/timestamp.js';
import type { Column } from '../lists/column.js';
import { sortedBy } from '../lists/sorting.js';
import { useAddress } from '../location/location.js';
import { ownName } from '../resources/own-name.js';
import { TagTexts } from '../tags/tag-texts.js';
import { ServiceStatus } from './service-status.js';

type Query = NonNullable<OperationArguments<'listEndpointService'>['query']>;

/** The columns that the list of services can have. */
export function useServiceColumns(query: Query): readonly Column<ListedEndpointService>[] {
  const { columns, lists, yes, no } = useTexts();
  const address = useAddress();
  return [
    {
      key: 'name',
      title: columns.name,
      isFixed: true,
      render: (service) => (
        <div className="named">
          <Link to={address('endpoint-services', service.id)}>{ownName(service)}</Link>
          <div className="quiet mono">{service.id}</div>
        </div>
      ),
    },
    { key: 'status', title: columns.status, render: (service) => <ServiceStatus service={service} /> },
    { key: 'backend', title: columns.backend, from: 'lg', render: ({ server_type: type }) => <code>{type}</code> },
    {
      key: 'connections',
      title: columns.connections,
      from: 'md',
      align: 'right',
      render: ({ connection_count: count }) => count,
    },
    { key: 'tags', title: lists.tags, from: 'xl', render: ({ tags }) => <TagTexts tags={tags} /> },
    {
      key: 'approval',
      title: columns.approval,
      isExtra: true,
      render: ({ approval_enabled: isOn }) => (isOn ? yes : no),
    },
    { key: 'vpc', title: columns.vpc, isExtra: true, render: ({ vpc_id: id }) => <span className="mono">{id}</span> },
    {
      key: 'created',
      title: columns.created,
      from: 'sm',
      ...sortedBy('create_at', 'listEndpointService', query),
      render: ({ created_at: time }) => <Timestamp value={time} />,
    },
    {
      key: 'updated',
      title: columns.updated,
      from: 'xxl',
      ...sortedBy('update_at', 'listEndpointService', query),
      render: ({ updated_at: time }) => <Timestamp value={time} />,
    },
  ];
}
