import type { PortMapping } from '@vpcep/types';
import type { Store } from '../store/store.js';
import { ErrorResponse } from './error-response.js';

/** The mappings of a request, each with its protocol. No two may be equal. */
export function newPorts(ports: readonly PortMapping[]): PortMapping[] {
  const seen = new Map<string, number>();
  return ports.map(({ client_port, server_port, protocol = 'TCP' }, index) => {
    const mapping = `${client_port ?? ''}/${server_port ?? ''}/${protocol}`;
    const first = seen.get(mapping);
    if (first !== undefined) {
      throw new ErrorResponse(
        'EndPoint.3004',
        `body.ports[${index}] repeats body.ports[${first}] (a protocol that is left out counts as TCP); send each mapping once.`,
      );
    }
    seen.set(mapping, index);
    const created: PortMapping = {};
    if (client_port !== undefined) created.client_port = client_port;
    if (server_port !== undefined) created.server_port = server_port;
    created.protocol = protocol;
    return created;
  });
}

/** Throws at a port of the backend that another service of the project has already published. */
export function requireFreePorts(
  store: Store,
  project: string,
  portId: string,
  ports: readonly PortMapping[],
  own?: string,
): void {
  for (const [index, { server_port: port, protocol = 'TCP' }] of ports.entries()) {
    if (port === undefined) continue;
    const other = store.services
      .find('port', `${project}/${portId}/${protocol}/${port}`)
      .find((service) => service.id !== own);
    if (other === undefined) continue;
    throw new ErrorResponse(
      'EndPoint.3044',
      `body.ports[${index}]: endpoint service ${other.id} already publishes server_port ${port} (${protocol}) of port_id ${portId}; use another server_port or protocol, or another port_id.`,
    );
  }
}
