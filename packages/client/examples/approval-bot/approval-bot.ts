// Accepts the connections to an endpoint service that come from accounts on a list, until it is interrupted.
//
//   node --import tsx approval-bot.ts <service ID> --allow <account ID> [--allow …] [--every 10]
//
// Ends with 0 when it is interrupted (SIGINT, SIGTERM), and with 1 when it can do nothing more: the service is gone, or the
// credentials are refused.

import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createVpcepClient, isVpcepError } from '@vpcep/client';
import { errorCatalogue } from '@vpcep/client/error-catalogue';
import { clientOptionsFromEnvironment } from '@vpcep/client/node';
import { approvePending } from './approve-pending.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { allow: { type: 'string', multiple: true, default: [] }, every: { type: 'string', default: '10' } },
});
const [serviceId = ''] = positionals;
const allowed = new Set(values.allow);

const vpcep = createVpcepClient({
  ...clientOptionsFromEnvironment(),
  baseUrl: process.env.VPCEP_BASE_URL, // of a mock; without it, that of the region
  errorCatalogue,
});
const interrupted = new AbortController();
const { signal } = interrupted;
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  process.once(name, () => {
    interrupted.abort();
  });
}

/** Whether another round may go better. */
const passes = (error: unknown) =>
  isVpcepError(error, 'VpcepCallError') &&
  !isVpcepError(error, 'VpcepAuthenticationError') &&
  !isVpcepError(error, 'VpcepPermissionError') &&
  !isVpcepError(error, 'VpcepNotFoundError');

/** IDs of endpoints that were reported already. */
const reported = new Set<string>();

console.log(`watching ${serviceId} for ${[...allowed].join(', ')}`);
try {
  for (;;) {
    try {
      const { accepted, left } = await approvePending(vpcep, serviceId, allowed, signal);
      for (const { id, domain_id } of accepted) console.log(`accepted ${id} of ${domain_id}`);
      for (const { id, domain_id } of left.filter((connection) => !reported.has(connection.id))) {
        console.log(`left ${id} of ${domain_id} to you`);
        reported.add(id);
      }
    } catch (error) {
      if (signal.aborted || !passes(error)) throw error;
      console.warn(`again in ${values.every} s: ${String(error)}`);
    }
    await setTimeout(Number(values.every) * 1000, undefined, { signal });
  }
} catch (error) {
  if (!signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
console.log('ended');
