import type { ConnectionPage, ListedEndpointService } from '@vpcep/types';
import type { Texts } from '../language/texts/texts.js';
import type { Address } from '../location/location.js';
import { connectionsPicture, type PicturePart } from './connections-picture.js';
import type { Picture, PictureCell, PictureNode } from './picture.js';
import { serviceNode } from './service-picture.js';

/** How many accounts and endpoints of each the picture of several services has room for, per service. */
const room = { accounts: 3, endpoints: 2 };

/** A service of the project, and what is known of its connections. */
export interface ServiceWithConnections {
  readonly service: ListedEndpointService;
  /** Undefined where nobody has asked for them, or none could be read. */
  readonly list: ConnectionPage | undefined;
}

/** The services of a project, and who is connected to them. */
export function projectPicture(services: readonly ServiceWithConnections[], texts: Texts, address: Address): Picture {
  const { columns, pictures } = texts;
  const parts = services.map(({ service, list }): { node: PictureNode; part: PicturePart } => {
    const node = serviceNode(service, texts, address);
    const part = connectionsPicture(
      {
        service: node,
        connections: list?.connections,
        total: list?.total_count ?? service.connection_count,
        listAddress: address('endpoint-services', service.id, 'connections'),
        room,
      },
      texts,
    );
    return { node, part };
  });
  return {
    nodes: parts.flatMap(({ node, part }) => [...part.nodes, node]),
    edges: parts.flatMap(({ part }) => part.edges),
    tables: [
      {
        caption: pictures.services,
        columns: [columns.service, columns.status, columns.account, columns.endpoint, pictures.connection],
        rows: parts.flatMap(({ node, part }) =>
          part.rows.map((cells): PictureCell[] => [
            { text: node.name, address: node.address },
            { text: node.status?.words ?? '' },
            ...cells,
          ]),
        ),
      },
    ],
  };
}
