// Creates many endpoint services at once. The client sees to the pace: what is throttled is tried again, more slowly.
//
//   node --import tsx bulk.ts [--count 500]
//
// Exits with 0 when all were created, and with 1 when one was not.

import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { createVpcepClient, isVpcepError } from '@vpcep/client';
import { errorCatalogue } from '@vpcep/client/error-catalogue';
import { clientOptionsFromEnvironment } from '@vpcep/client/node';

const { values } = parseArgs({ options: { count: { type: 'string', default: '500' } } });
// Here would be your inventory. The mock takes any ID.
const backends = Array.from({ length: Number(values.count) }, (_, index) => ({
  service_name: `bulk-${index + 1}`,
  port_id: randomUUID(),
  vpc_id: '84ba1f63-8882-4871-a3c2-d380272eed83',
}));

let throttled = 0;
const vpcep = createVpcepClient({
  ...clientOptionsFromEnvironment(),
  baseUrl: process.env.VPCEP_BASE_URL, // of a mock; without it, that of the region
  errorCatalogue,
  hooks: {
    onRetry: ({ error }) => {
      if (isVpcepError(error, 'VpcepThrottlingError')) throttled++;
    },
  },
});

/** What became of the services, by name. */
const names = { created: [] as string[], 'not done': [] as string[], unknown: [] as string[] };
/** How often each reason was given. */
const reasons = new Map<string, number>();

async function create(backend: (typeof backends)[number]) {
  const body = { ...backend, server_type: 'VM' as const, ports: [{ client_port: 8080, server_port: 80 }] };
  try {
    await vpcep.createEndpointService({ body });
    names.created.push(backend.service_name);
  } catch (error) {
    if (!isVpcepError(error)) throw error;
    names[isVpcepError(error, 'VpcepCallError') ? error.outcome : 'not done'].push(backend.service_name);
    reasons.set(error.message, (reasons.get(error.message) ?? 0) + 1);
  }
}

const progress = setInterval(() => {
  console.log(`${names.created.length} of ${backends.length}, throttled ${throttled} times`);
}, 1000);
await Promise.all(backends.map(create));
clearInterval(progress);

console.log(`created ${names.created.length}, throttled ${throttled} times`);
if (names['not done'].length > 0) console.log(`not created: ${names['not done'].join(' ')}`);
if (names.unknown.length > 0) console.log(`perhaps created, look for them: ${names.unknown.join(' ')}`);
for (const [reason, count] of reasons) console.log(`${count} times: ${reason}`);
process.exitCode = names.created.length === backends.length ? 0 : 1;
