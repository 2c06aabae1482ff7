import type { Endpoint } from '@vpcep/types';
import type { Texts } from '../language/texts/texts.js';
import type { Address } from '../location/location.js';
import { ownName } from '../resources/own-name.js';
import { statusOf } from './looks.js';
import type { Picture, PictureCell, PictureEdge, PictureNode } from './picture.js';

/** The endpoints of a project by their VPCs, and the services that they lead to. */
export function usesPicture(endpoints: readonly Endpoint[], texts: Texts, address: Address): Picture {
  const { columns, pictures } = texts;
  const nodes: PictureNode[] = [];
  const services = new Map<string, PictureNode>();
  const edges: PictureEdge[] = [];
  const rows: PictureCell[][] = [];
  for (const { id, vpc_id: vpcId, status, endpoint_service_id: serviceId, endpoint_service_name } of endpoints) {
    const vpc: PictureNode = { id: `vpc ${vpcId}`, kind: columns.vpc, name: vpcId, column: 0, isCode: true };
    const endpoint: PictureNode = {
      id: `endpoint ${id}`,
      kind: columns.endpoint,
      name: id,
      column: 1,
      isCode: true,
      status: statusOf(status, texts.connectionStatus),
      address: address('endpoints', id),
    };
    // It has no page here: as a rule it belongs to somebody else.
    const service: PictureNode = services.get(serviceId) ?? {
      id: `service ${serviceId}`,
      kind: columns.service,
      name: ownName({ id: serviceId, service_name: endpoint_service_name }),
      column: 2,
    };
    services.set(serviceId, service);
    nodes.push(vpc, endpoint);
    edges.push(
      { from: vpc.id, to: endpoint.id, look: 'plain', isWay: false },
      { from: endpoint.id, to: service.id, look: endpoint.status?.look ?? 'plain', isWay: true },
    );
    rows.push([
      { text: vpc.name },
      { text: endpoint.name, address: endpoint.address },
      { text: endpoint.status?.words ?? '' },
      { text: service.name },
    ]);
  }
  return {
    nodes: [...nodes, ...services.values()],
    edges,
    tables: [
      {
        caption: pictures.uses,
        columns: [columns.vpc, columns.endpoint, columns.status, columns.service],
        rows,
      },
    ],
  };
}
