import type { PortMapping } from '@vpcep/types';
import { Table } from 'antd';
import { useTexts } from '../language/language-context.js';

/** The port mappings of a service. They are changed in its form. */
export function PortMappingTable({ ports }: { ports: readonly PortMapping[] }) {
  const { columns, services } = useTexts();
  return (
    <Table<PortMapping>
      aria-label={services.tabs.ports}
      className="resource-table narrow"
      dataSource={[...ports]}
      rowKey={({ client_port, server_port, protocol }) => `${client_port ?? ''} ${server_port ?? ''} ${protocol ?? ''}`}
      pagination={false}
      size="middle"
      columns={[
        { title: columns.clientPort, dataIndex: 'client_port' satisfies keyof PortMapping },
        { title: columns.serverPort, dataIndex: 'server_port' satisfies keyof PortMapping },
        { title: columns.protocol, dataIndex: 'protocol' satisfies keyof PortMapping },
      ]}
    />
  );
}
