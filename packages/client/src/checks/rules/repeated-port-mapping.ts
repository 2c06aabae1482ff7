import { fieldsOf, isFields, itemsOf } from '../fields.js';
import { repetitions } from '../repetitions.js';
import type { CrossFieldRule } from './rule.js';

/**
 * One service may not have the same port mapping twice: `ports` in table 2 of "create an endpoint service". `protocol`
 * is TCP when it is left out (table 3). That two mappings share one of their ports is not forbidden.
 */
export const repeatedPortMapping: CrossFieldRule = function* ({ body }) {
  for (const params of repetitions(itemsOf(body['ports']), keyOf)) {
    yield { path: ['body', 'ports', params.index], rule: 'repeatedPortMapping', params };
  }
};

function keyOf(mapping: unknown): string | undefined {
  if (!isFields(mapping)) return undefined;
  const { client_port, server_port, protocol = 'TCP' } = fieldsOf(mapping);
  return [client_port, server_port].every(isPort) && typeof protocol === 'string'
    ? `${String(client_port)} ${String(server_port)} ${protocol}`
    : undefined;
}

/** Both ports may be left out (table 3). */
function isPort(value: unknown): boolean {
  return value === undefined || typeof value === 'number';
}
