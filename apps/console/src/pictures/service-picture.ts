import type { Connection, EndpointService, ListedEndpointService, PortMapping } from '@vpcep/types';
import type { Texts } from '../language/texts/texts.js';
import type { Address } from '../location/location.js';
import { ownName } from '../resources/own-name.js';
import { columns as places, connectionsPicture } from './connections-picture.js';
import { statusOf } from './looks.js';
import type { Picture, PictureCell, PictureEdge, PictureNode } from './picture.js';

/** How many ports, accounts, and endpoints of an account a picture of one service has room for. */
const room = { ports: 6, accounts: 8, endpoints: 5 };

/** The box of an endpoint service. */
export const serviceNode = (
  service: EndpointService | ListedEndpointService,
  texts: Texts,
  address: Address,
): PictureNode => ({
  id: `service ${service.id}`,
  kind: texts.columns.service,
  name: ownName(service),
  column: places.service,
  status: statusOf(service.status, texts.serviceStatus),
  address: address('endpoint-services', service.id),
});

/** A service in the middle, those who are connected to it on one side, its ports and its backend on the other. */
export function servicePicture(
  service: EndpointService,
  { connections, total_count: total }: { connections: readonly Connection[]; total_count: number },
  texts: Texts,
  address: Address,
): Picture {
  const { pictures, columns } = texts;
  const center = serviceNode(service, texts, address);
  const part = connectionsPicture(
    { service: center, connections, total, listAddress: address('endpoint-services', service.id, 'connections'), room },
    texts,
  );
  const backend: PictureNode = {
    id: 'backend',
    kind: pictures.backendOfType(service.server_type),
    name: service.port_id,
    column: places.backend,
    isCode: true,
    address: address('endpoint-services', service.id),
  };
  const way = (from: string, to: string): PictureEdge => ({ from, to, look: 'plain', isWay: true });
  // One more takes no more room than the box that says so.
  const shown = service.ports.length === room.ports + 1 ? service.ports : service.ports.slice(0, room.ports);
  const portsAddress = address('endpoint-services', service.id, 'ports');
  const ports = shown.map((mapping, index): PictureNode => ({
    id: `port ${index}`,
    kind: mapping.protocol ?? '–',
    name: wayOf(mapping),
    column: places.port,
    isCode: true,
    address: portsAddress,
  }));
  const left = service.ports.length - shown.length;
  if (left > 0) {
    ports.push({
      id: 'ports',
      kind: pictures.portMapping,
      name: pictures.more(left),
      column: places.port,
      address: portsAddress,
    });
  }
  return {
    nodes: [...part.nodes, center, ...ports, backend],
    edges: [
      ...part.edges,
      ...ports.flatMap(({ id }) => [way(center.id, id), way(id, backend.id)]),
      ...(ports.length === 0 ? [way(center.id, backend.id)] : []),
    ],
    tables: [
      {
        caption: texts.services.tabs.connections,
        columns: [columns.account, columns.endpoint, columns.status],
        rows: part.rows,
      },
      {
        caption: texts.services.tabs.ports,
        columns: [pictures.portMapping, columns.protocol, backend.kind],
        rows: ports.map(({ name, kind, address: to }): PictureCell[] => [
          { text: name, address: to },
          { text: kind },
          { text: backend.name },
        ]),
      },
    ],
  };
}

const wayOf = ({ client_port: from, server_port: to }: PortMapping): string => `${from ?? '–'} → ${to ?? '–'}`;
