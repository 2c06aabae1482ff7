import { randomUUID } from 'node:crypto';
import type { Request } from 'autocannon';

export const project = '6e9dfd51d1124e8d8498dce894923a0d';
/** A service that every subject knows, or, when it remembers nothing, pretends to know. */
export const known = '4189d3c2-8882-4871-a3c2-d380272eed83';

const path = `/v1/${project}/vpc-endpoint-services`;
const token = { 'X-Auth-Token': 'any' };

/** Another service each time: a mock with a memory refuses two on the same port. */
const body = () =>
  JSON.stringify({
    port_id: randomUUID(),
    vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
    server_type: 'VM',
    ports: [{ client_port: 8080, server_port: 80 }],
  });

export const requests = {
  create: {
    method: 'POST',
    path,
    headers: { ...token, 'Content-Type': 'application/json' },
    setupRequest: (request) => ({ ...request, body: body() }),
  },
  details: { method: 'GET', path: `${path}/${known}`, headers: token },
  // The document's example, which stock Prism answers with, has two items as well.
  list: { method: 'GET', path: `${path}?limit=2`, headers: token },
} satisfies Record<string, Request>;

export type RequestName = keyof typeof requests;
