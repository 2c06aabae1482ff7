import { keyOf } from '../store/key.js';
import type { PortMapping } from '../store/records.js';
import type { Store } from '../store/store.js';
import { ErrorResponse } from './error-response.js';

/** The mappings of a request, without fields that the document does not know. */
export const newPorts = (ports: readonly PortMapping[]): PortMapping[] =>
  ports.map(({ client_port, server_port, protocol }) => ({
    ...(client_port === undefined ? {} : { client_port }),
    ...(server_port === undefined ? {} : { server_port }),
    protocol,
  }));

/** Throws at a port of the backend that another service of the project has already published. */
export function requireFreePorts(
  store: Store,
  project: string,
  portId: string,
  ports: readonly PortMapping[],
  own?: string,
): void {
  for (const [index, { server_port: port, protocol }] of ports.entries()) {
    if (port === undefined) continue;
    const other = store.services
      .find('port', keyOf(project, portId, protocol, String(port)))
      .find((service) => service.id !== own);
    if (other === undefined) continue;
    throw new ErrorResponse(
      'EndPoint.3044',
      `body.ports[${index}]: endpoint service ${other.id} already publishes server_port ${port} (${protocol}) of port_id ${portId}; use another server_port or protocol, or another port_id.`,
    );
  }
}
