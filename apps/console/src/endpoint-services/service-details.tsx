import type { EndpointService } from '@vpcep/types';
import { Card, Tag } from 'antd';
import { Timestamp } from '../language/timestamp.js';
import { CopyableId } from '../resources/copyable-id.js';
import { FieldList } from '../resources/field-list.js';
import { Flag } from '../resources/flag.js';

/** What a service is. */
export function ServiceDetails({ service }: { service: EndpointService }) {
  const { enable_policy: hasPolicies, supported_editions: editions = [] } = service;
  return (
    <Card>
      <FieldList
        of="EndpointService"
        values={{
          service_name: <CopyableId id={service.service_name} />,
          description: service.description,
          approval_enabled: <Flag value={service.approval_enabled} />,
          server_type: <code>{service.server_type}</code>,
          vpc_id: <CopyableId id={service.vpc_id} />,
          port_id: <CopyableId id={service.port_id} />,
          // eslint-disable-next-line @typescript-eslint/no-deprecated -- older services still have it
          vip_port_id: service.vip_port_id && <CopyableId id={service.vip_port_id} />,
          ip: service.ip && <CopyableId id={service.ip} />,
          ip_version: service.ip_version && <code>{service.ip_version}</code>,
          snat_network_id: service.snat_network_id && <CopyableId id={service.snat_network_id} />,
          tcp_proxy: service.tcp_proxy && <code>{service.tcp_proxy}</code>,
          service_type: <code>{service.service_type}</code>,
          enable_policy: hasPolicies === undefined ? undefined : <Flag value={hasPolicies} />,
          supported_editions:
            editions.length > 0 ? (
              <span>
                {editions.map((edition, index) => (
                  <Tag key={index}>
                    <code>{edition}</code>
                  </Tag>
                ))}
              </span>
            ) : undefined,
          created_at: <Timestamp value={service.created_at} />,
          updated_at: service.updated_at && <Timestamp value={service.updated_at} />,
          project_id: <CopyableId id={service.project_id} />,
        }}
      />
    </Card>
  );
}
