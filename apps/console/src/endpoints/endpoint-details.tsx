import type { Endpoint } from '@vpcep/types';
import { Card } from 'antd';
import { Timestamp } from '../language/timestamp.js';
import { CopyableId } from '../resources/copyable-id.js';
import { FieldList } from '../resources/field-list.js';
import { Flag } from '../resources/flag.js';

/** What an endpoint is. */
export function EndpointDetails({ endpoint }: { endpoint: Endpoint }) {
  const { dns_names: names = [], routetables = [] } = endpoint;
  return (
    <Card>
      <FieldList
        of="Endpoint"
        values={{
          endpoint_service_name: <CopyableId id={endpoint.endpoint_service_name} />,
          endpoint_service_id: <CopyableId id={endpoint.endpoint_service_id} />,
          service_type: <code>{endpoint.service_type}</code>,
          description: endpoint.description,
          ip: endpoint.ip && <CopyableId id={endpoint.ip} />,
          ip_version: endpoint.ip_version && <code>{endpoint.ip_version}</code>,
          ipv6_address: endpoint.ipv6_address && <CopyableId id={endpoint.ipv6_address} />,
          dns_names: names.length > 0 ? names.map((name, index) => <CopyableId key={index} id={name} />) : undefined,
          enable_dns: endpoint.enable_dns === undefined ? undefined : <Flag value={endpoint.enable_dns} />,
          vpc_id: <CopyableId id={endpoint.vpc_id} />,
          subnet_id: endpoint.subnet_id && <CopyableId id={endpoint.subnet_id} />,
          routetables:
            routetables.length > 0 ? routetables.map((id, index) => <CopyableId key={index} id={id} />) : undefined,
          marker_id: <code>{endpoint.marker_id}</code>,
          created_at: <Timestamp value={endpoint.created_at} />,
          updated_at: endpoint.updated_at && <Timestamp value={endpoint.updated_at} />,
          project_id: <CopyableId id={endpoint.project_id} />,
        }}
      />
    </Card>
  );
}
