import { document } from '@vpcep/openapi/documents';
import { required } from '@vpcep/openapi/reader';
import { expect, test } from 'vitest';
import { runMock } from './running.js';
import {
  changesOf,
  createEndpoint,
  createService,
  endpointActions,
  prepareService,
  serviceActions,
  stageTime,
  type Watched,
} from './state-changes.js';

const run = runMock({
  transitions: {
    endpoint_service: `time(${stageTime})`,
    endpoint: `time(${stageTime})`,
    endpoint_service_update: `time(${stageTime})`,
    endpoint_acceptance: `time(${stageTime})`,
  },
});

/** A mock at its start again, in which what is created may fail. */
function scene(failing?: 'createEndpointService' | 'createEndpoint') {
  run.mock.reset();
  run.mock.setFaults(failing === undefined ? [] : [{ operation: failing, creationFails: 'EndPoint.0001' }]);
  return { ...run, mock: run.mock, service: '', endpoint: '' };
}

/** What the document says of a status, in an order that does not matter. */
function transitionsOf(status: string) {
  const { [status]: schema } = document.components.schemas;
  const all = required(schema?.['x-transitions'], { pointer: `#/components/schemas/${status}` }, 'x-transitions');
  return all.map(({ summary: _, ...transition }) => JSON.stringify(sorted(transition))).sort();
}

const sorted = (change: object) => Object.fromEntries(Object.entries(change).sort(([a], [b]) => (a < b ? -1 : 1)));

async function seen(watched: readonly Watched[]): Promise<string[]> {
  const changes: string[] = [];
  for (const each of watched) {
    changes.push(...(await changesOf(each)).map((change) => JSON.stringify(sorted(change))));
  }
  return [...new Set(changes)].sort();
}

test('a service takes every way that the document names, and no other', async () => {
  const service = (failing: boolean): Watched => ({
    begin: () => Promise.resolve(scene(failing ? 'createEndpointService' : undefined)),
    create: createService,
    actions: serviceActions,
    stateOf: async ({ owner, service: id }) => {
      const { status, body } = await owner.send('listServiceDetails', { service: id });
      return status === 404 ? undefined : (body as { status: string }).status;
    },
  });
  expect(await seen([service(false), service(true)])).toEqual(transitionsOf('EndpointServiceStatus'));
});

test('so does an endpoint, and the owner of the service sees the same of its connection', async () => {
  const endpoint = (approval: boolean, failing: boolean): Watched => ({
    begin: async () => {
      const begun = scene(failing ? 'createEndpoint' : undefined);
      await prepareService(begun, approval);
      return begun;
    },
    create: createEndpoint,
    actions: endpointActions,
    stateOf: async ({ owner, consumer, service, endpoint: id }) => {
      const { status, body } = await consumer.send('listEndpointInfoDetails', { endpoint: id });
      const state = status === 404 ? undefined : (body as { status: string }).status;
      const { body: list } = await owner.send('listServiceConnections', { service, query: { id } });
      const { connections = [] } = list as { connections?: { status: string }[] };
      // A service that is gone has nothing to show.
      if (connections.length > 0) expect(connections.map((connection) => connection.status)).toEqual([state]);
      return state;
    },
  });
  const all = [endpoint(false, false), endpoint(true, false), endpoint(true, true)];
  expect(await seen(all)).toEqual(transitionsOf('ConnectionStatus'));
});
