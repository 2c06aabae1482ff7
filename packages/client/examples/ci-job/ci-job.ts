// Tries in a pipeline whether a backend can be published: creates an endpoint service for it, waits until it is available,
// checks it, and deletes it, whatever happened.
//
//   HW_REGION_NAME=… HW_ACCESS_KEY=… HW_SECRET_KEY=… BACKEND_PORT_ID=… BACKEND_VPC_ID=… node --import tsx ci-job.ts
//
// Exits with 0 when all went well, with 1 when something failed or the job was cancelled, and with 2 when a variable of the
// environment is missing or wrong.

import { randomBytes } from 'node:crypto';
import { createVpcepClient, isVpcepError, type VpcepClient, type WaitProgress } from '@vpcep/client';
import { errorCatalogue } from '@vpcep/client/error-catalogue';
import { clientOptionsFromEnvironment } from '@vpcep/client/node';
import type { EndpointService } from '@vpcep/types';
import { errorAnnotation } from './annotation.ts';

// Of this run alone, so that what it leaves behind is found by it.
const service_name = `ci-${randomBytes(6).toString('hex')}`;
const ports = [{ client_port: 8080, server_port: 80 }];

async function createAndCheck(vpcep: VpcepClient, backend: Backend, signal: AbortSignal) {
  const body = { service_name, server_type: 'VM' as const, ports, ...backend };
  const { id } = await vpcep.createEndpointService({ body, signal });
  console.log(`created ${id}`);
  const service = await vpcep.waitForEndpointService(id, { signal, onProgress });
  const published = service.ports.map(({ client_port }) => client_port);
  if (!ports.every(({ client_port }) => published.includes(client_port))) {
    throw new Error(`the service has the ports ${published.join()}`);
  }
}

/**
 * Deletes the service. Looks for it by name, since it may be there although the answer to its creation was lost, and then waits
 * until its creation is over: before, it cannot be deleted.
 */
async function cleanUp(vpcep: VpcepClient) {
  const query = { endpoint_service_name: service_name };
  for await (const { id } of vpcep.paginate('listEndpointService', { query })) {
    await vpcep.waitForEndpointService(id, { onProgress }).catch((error: unknown) => {
      if (!isVpcepError(error, 'VpcepWaiterError')) throw error;
    });
    await vpcep.deleteEndpointService({ path: { vpc_endpoint_service_id: id } });
    await vpcep.waitForEndpointServiceGone(id, { onProgress });
    console.log(`deleted ${id}`);
  }
}

const onProgress = ({ state, elapsed }: WaitProgress<EndpointService>) => {
  console.log(`${state} after ${Math.round(elapsed / 1000)} s`);
};

interface Backend {
  port_id: string;
  vpc_id: string;
}

function backendFromEnvironment(): Backend {
  const variable = (name: string) => {
    const value = process.env[name];
    if (!value) throw new Error(`the environment has no ${name}`);
    return value;
  };
  return { port_id: variable('BACKEND_PORT_ID'), vpc_id: variable('BACKEND_VPC_ID') };
}

/** Runs a part of the job, as a group of the log, and returns whether it went well. */
async function part(title: string, run: () => Promise<void>): Promise<boolean> {
  console.log(`::group::${title}`);
  try {
    await run();
    return true;
  } catch (error) {
    console.log(errorAnnotation(error));
    return false;
  } finally {
    console.log('::endgroup::');
  }
}

async function main(): Promise<number> {
  let vpcep: VpcepClient;
  let backend: Backend;
  try {
    backend = backendFromEnvironment();
    vpcep = createVpcepClient({
      ...clientOptionsFromEnvironment(),
      baseUrl: process.env.VPCEP_BASE_URL, // of a mock; without it, that of the region
      errorCatalogue,
      waiting: { timeout: '5m' },
      appInfo: { name: 'ci-job' },
    });
  } catch (error) {
    console.log(errorAnnotation(error));
    return 2;
  }

  // A pipeline that is cancelled cleans up, too.
  const cancelled = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      cancelled.abort();
    });
  }
  const wentWell = await part('Create and check', () => createAndCheck(vpcep, backend, cancelled.signal));
  const isClean = await part('Clean up', () => cleanUp(vpcep));
  return wentWell && isClean ? 0 : 1;
}

process.exitCode = await main();
