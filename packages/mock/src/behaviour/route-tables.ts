import { messageOf } from '../answer.js';
import { idOf } from '../ids.js';
import { keyOf } from '../store/key.js';
import type { Store } from '../store/store.js';
import type { Behaviours, Call } from './behaviour.js';
import { requireSettled } from './require-own.js';
import { ErrorResponse } from './error-response.js';

/** The endpoint that a route table of a project is bound to. */
const boundTo = (store: Store, project: string, table: string) =>
  store.endpoints.find('routetable', keyOf(project, table))[0];

/** The route tables of a new endpoint: those of the request, or the default one of the VPC. */
export function newRoutetables(store: Store, project: string, body: Call<'createEndpoint'>['body']): string[] {
  const field = body.routetables === undefined && 'routeTables' in body ? 'routeTables' : 'routetables';
  const asked = body[field] ?? [];
  const tables = asked.length === 0 ? [idOf('default route table', body.vpc_id)] : [...asked];
  for (const [index, table] of tables.entries()) {
    const where = asked.length === 0 ? `body.${field}` : `body.${field}[${index}]`;
    const other = boundTo(store, project, table);
    if (other !== undefined) {
      throw new ErrorResponse(
        'EndPoint.2039',
        `${where}: route table ${table}${asked.length === 0 ? `, the default of VPC ${body.vpc_id},` : ''} is bound to endpoint ${other.id}; name another.`,
      );
    }
  }
  return tables;
}

export const routeTables: Pick<Behaviours, 'updateEndpointRoutetable'> = {
  updateEndpointRoutetable({ path, body }, store) {
    const endpoint = requireSettled(store, path);
    if (endpoint.service_type === 'interface') {
      throw new ErrorResponse(
        'EndPoint.2040',
        `endpoint ${endpoint.id} connects to a service of the type interface, which has no route tables.`,
      );
    }
    const wanted = [...new Set(body.routetables)];
    const taken = wanted.filter((table) => {
      const other = boundTo(store, path.project_id, table);
      return other !== undefined && other.id !== endpoint.id;
    });
    store.changeEndpoint(endpoint, (record) => {
      record.routetables = wanted.filter((table) => !taken.includes(table));
    });
    if (taken.length === 0) return { routetables: endpoint.routetables };
    return {
      routetables: endpoint.routetables,
      error: [
        {
          bind_failed: taken.map((id) => ({ id, error_message: messageOf('EndPoint.2039') })),
          unbind_failed: [],
        },
      ],
    };
  },
};
