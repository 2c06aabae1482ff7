import type { Connection } from '@vpcep/types';
import type { Texts } from '../language/texts/texts.js';
import { countsOf, statusOf } from './looks.js';
import type { Picture, PictureCell, PictureEdge, PictureNode } from './picture.js';

/** Where the boxes stand that belong to a service. */
export const columns = { account: 0, endpoint: 1, service: 2, port: 3, backend: 4 };

/** The connections of a service, as far as they are known. */
interface Connections {
  /** The box of the service. */
  readonly service: PictureNode;
  /** Undefined where nobody has asked for them. */
  readonly connections: readonly Connection[] | undefined;
  /** How many there are; undefined where nobody has told. */
  readonly total: number | undefined;
  /** The page that lists them all. */
  readonly listAddress: string;
  /** How many accounts the picture has room for, and how many endpoints of each. */
  readonly room: { readonly accounts: number; readonly endpoints: number };
}

/** What a part of a picture consists of, with rows for: account, endpoint, status. */
export interface PicturePart extends Pick<Picture, 'nodes' | 'edges'> {
  readonly rows: readonly (readonly PictureCell[])[];
}

/** Who is connected to a service: its endpoints by the accounts that they belong to, those with the most first. */
export function connectionsPicture(
  { service, connections, total, listAddress, room }: Connections,
  texts: Texts,
): PicturePart {
  const { pictures } = texts;
  const known = connections ?? [];
  const nodes: PictureNode[] = [];
  const edges: PictureEdge[] = [];
  const rows: PictureCell[][] = [];
  const add = (node: PictureNode, account?: PictureNode) => {
    nodes.push(node);
    const { look = 'plain' } = node.status ?? {};
    edges.push({ from: node.id, to: service.id, look, isWay: node.address !== undefined });
    if (account !== undefined) edges.push({ from: account.id, to: node.id, look: 'plain', isWay: false });
    rows.push([
      { text: account?.name ?? '–' },
      { text: node.name, address: node.address },
      // What stands for several is of the kinds that it counts.
      { text: node.status?.words ?? (node.kind === texts.columns.endpoint ? '–' : node.kind) },
    ]);
  };
  const more = (id: string, name: string, left: readonly Connection[]): PictureNode => ({
    id: `${service.id} more ${id}`,
    kind: countsOf(
      left.map(({ status }) => status),
      texts,
    ),
    name,
    column: columns.endpoint,
    address: listAddress,
  });

  const accounts = byAccount(known);
  accounts.sort(([, one], [, other]) => other.length - one.length);
  for (const [id, of] of accounts.slice(0, room.accounts)) {
    const account: PictureNode = {
      id: `account ${id}`,
      kind: texts.columns.account,
      name: id,
      column: columns.account,
      isCode: true,
    };
    nodes.push(account);
    // One more takes no more room than the box that says so.
    const shown = of.length === room.endpoints + 1 ? of : of.slice(0, room.endpoints);
    for (const connection of shown) {
      add(
        {
          id: `${service.id} ${connection.id}`,
          kind: texts.columns.endpoint,
          name: connection.id,
          column: columns.endpoint,
          isCode: true,
          status: statusOf(connection.status, texts.connectionStatus),
          address: listAddress,
        },
        account,
      );
    }
    const left = of.slice(shown.length);
    if (left.length > 0) add(more(id, pictures.more(left.length), left), account);
  }
  const others = accounts.slice(room.accounts);
  if (others.length > 0) {
    add(
      more(
        'accounts',
        pictures.moreAccounts(others.length),
        others.flatMap(([, of]) => of),
      ),
    );
  }
  const rest = { kind: texts.columns.endpoint, column: columns.endpoint };
  const unknown = Math.max(0, (total ?? 0) - known.length);
  if (connections === undefined) {
    // The number leaves out those that wait.
    const name = total === undefined ? pictures.unknownConnections : pictures.connected(total);
    add({ ...rest, id: `${service.id} counted`, name, address: listAddress });
  } else if (unknown > 0) {
    add({ ...rest, id: `${service.id} unknown`, name: pictures.more(unknown), address: listAddress });
  } else if (known.length === 0) {
    add({ ...rest, id: `${service.id} none`, name: pictures.noConnections });
  }
  return { nodes, edges, rows };
}

function byAccount(connections: readonly Connection[]): [string, Connection[]][] {
  const accounts = new Map<string, Connection[]>();
  for (const connection of connections) {
    const of = accounts.get(connection.domain_id);
    if (of === undefined) accounts.set(connection.domain_id, [connection]);
    else of.push(connection);
  }
  return [...accounts];
}
