import type { PortMapping } from '@vpcep/types';
import { useTexts } from '../language/language-context.js';
import './port-mapping-table.css';

/**
 * The port mappings of a service, as the way that traffic takes: each row leads from a port of the endpoint to one of the
 * backend. They are changed in the service's form.
 */
export function PortMappingTable({ ports }: { ports: readonly PortMapping[] }) {
  const { columns, services, none } = useTexts();
  if (ports.length === 0) return <p className="quiet">{none}</p>;
  return (
    <table className="port-mappings" aria-label={services.tabs.ports}>
      <thead>
        <tr>
          <th scope="col">{columns.clientPort}</th>
          <th scope="col">{columns.protocol}</th>
          <th scope="col">{columns.serverPort}</th>
        </tr>
      </thead>
      <tbody>
        {ports.map(({ client_port, server_port, protocol }, index) => (
          // Nothing about a mapping has to be there, and nothing else tells two apart.
          <tr key={index}>
            <td>
              <span className="port">{client_port ?? '–'}</span>
            </td>
            <td className="port-way">
              <span>{protocol ?? '–'}</span>
            </td>
            <td>
              <span className="port">{server_port ?? '–'}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
