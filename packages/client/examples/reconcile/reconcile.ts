// Makes the endpoint services of a project as a JSON file says. A second run changes nothing.
//
//   node --import tsx reconcile.ts services.json [--dry-run]
//
// Exits with 0 when all services are as wanted, or would be, and with 1 when one is not.

import { parseArgs } from 'node:util';
import { createVpcepClient, isVpcepError } from '@vpcep/client';
import { ensureEndpointService } from '@vpcep/client/ensure';
import { errorCatalogue } from '@vpcep/client/error-catalogue';
import { clientOptionsFromEnvironment } from '@vpcep/client/node';
import { readDesiredServices } from './desired-services.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'dry-run': { type: 'boolean', default: false } },
});
const [file = 'services.json'] = positionals;
const dryRun = values['dry-run'];

const vpcep = createVpcepClient({
  ...clientOptionsFromEnvironment(),
  baseUrl: process.env.VPCEP_BASE_URL, // of a mock; without it, that of the region
  errorCatalogue, // puts the remedy into messages
});

// All of them are read and checked before the first is touched.
const services = await readDesiredServices(file).catch((error: unknown) => {
  console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
for (const desired of services) {
  const name = desired.service_name;
  try {
    const { created, changes } = await ensureEndpointService(vpcep, desired, { dryRun });
    const done = created ? 'created' : 'changed';
    console.log(`${name}: ${changes.length === 0 ? 'as wanted' : dryRun ? `would be ${done}` : done}`);
    for (const change of changes) console.log(`  ${String(change)}`);
  } catch (error) {
    if (!isVpcepError(error)) throw error;
    // The others are none the worse for it.
    console.error(`${name}: ${error.message}`);
    process.exitCode = 1;
  }
}
