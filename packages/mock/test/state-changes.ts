import type { Transition } from '@vpcep/openapi/reader';
import type { operations } from '@vpcep/types';
import type { Mock } from '../src/index.js';
import { type Api, endpointBody, serviceBody } from './api.js';

/** How long everything takes: what is under way is done after it, and nothing else that begins then. */
export const stageTime = '10s';

/** What is watched: a service of the owner and, where there is one, an endpoint of the consumer. */
interface Scene {
  readonly mock: Pick<Mock, 'clock'>;
  readonly owner: Api;
  readonly consumer: Api;
  service: string;
  endpoint: string;
}

/** Something that may change a state: a call, or time. */
export interface Action extends Pick<Transition, 'by' | 'with'> {
  readonly act: (scene: Scene) => Promise<unknown>;
}

const called = (by: keyof operations, act: Action['act']): Action => ({ by, act });

const time: Action = {
  act: ({ mock }) => {
    mock.clock.advance(stageTime);
    return Promise.resolve();
  },
};

const decide = (action: 'receive' | 'reject'): Action => ({
  by: 'acceptOrRejectEndpoint',
  with: { action },
  act: ({ owner, service, endpoint }) =>
    owner.send('acceptOrRejectEndpoint', { service, body: { action, endpoints: [endpoint] } }),
});

/** What a service goes through. Whatever is refused changes nothing. */
export const serviceActions: readonly Action[] = [
  time,
  called('updateEndpointService', ({ owner, service }) =>
    owner.send('updateEndpointService', { service, body: { approval_enabled: true } }),
  ),
  called('updateEndpointServiceName', ({ owner, service }) =>
    owner.send('updateEndpointServiceName', { service, body: { endpoint_service_name: 'renamed' } }),
  ),
  called('upgradeEndpointService', ({ owner, service }) => owner.send('upgradeEndpointService', { service, body: {} })),
  called('deleteEndpointService', ({ owner, service }) => owner.send('deleteEndpointService', { service })),
];

/** What an endpoint goes through: what its owner does, and what the owner of the service does. */
export const endpointActions: readonly Action[] = [
  ...serviceActions,
  decide('receive'),
  decide('reject'),
  called('updateEndpointConnectionsDesc', ({ owner, service, endpoint }) =>
    owner.send('updateEndpointConnectionsDesc', {
      service,
      body: { connections: [{ id: endpoint, description: 'described' }] },
    }),
  ),
  called('updateEndpointWhite', ({ consumer, endpoint }) =>
    consumer.send('updateEndpointWhite', { endpoint, body: { whitelist: ['10.0.0.1'], enable_whitelist: true } }),
  ),
  {
    by: 'upgradeEndpoint',
    with: { action: 'start' },
    act: ({ consumer, endpoint }) => consumer.send('upgradeEndpoint', { endpoint, body: { action: 'start' } }),
  },
  called('deleteEndpoint', ({ consumer, endpoint }) => consumer.send('deleteEndpoint', { endpoint })),
];

/** Creates the service that is watched. */
export const createService: Action = called('createEndpointService', async (scene) => {
  scene.service = (await scene.owner.ok('createEndpointService', { body: serviceBody(1) })).id;
});

/** Creates the endpoint that is watched, of a service that asks for approval or not. */
export const createEndpoint: Action = called('createEndpoint', async (scene) => {
  scene.endpoint = (await scene.consumer.ok('createEndpoint', { body: endpointBody(scene.service) })).id;
});

/** Makes a service that endpoints can be created of. */
export async function prepareService(scene: Scene, approval: boolean): Promise<void> {
  const body = serviceBody(1, { approval_enabled: approval });
  scene.service = (await scene.owner.ok('createEndpointService', { body })).id;
  scene.mock.clock.advance(stageTime);
  const permissions = { action: 'add', permissions: ['*'] };
  await scene.owner.ok('addOrRemoveServicePermissions', { service: scene.service, body: permissions });
}

/** How one of the two can be seen to change. */
export interface Watched {
  /** Makes what has to be there before the first action, from nothing. */
  readonly begin: () => Promise<Scene>;
  readonly create: Action;
  readonly actions: readonly Action[];
  /** The state, or undefined of what is not there. */
  readonly stateOf: (scene: Scene) => Promise<string | undefined>;
}

/**
 * All changes that can be seen: in every state that can be reached, everything is done once, as it can be done from nothing
 * again and again.
 */
export async function changesOf({ begin, create, actions, stateOf }: Watched): Promise<Omit<Transition, 'summary'>[]> {
  const changes: Omit<Transition, 'summary'>[] = [];
  const known = new Set<string | undefined>([undefined]);
  const ways: { before: readonly Action[]; last: Action }[] = [{ before: [], last: create }];
  for (const { before, last } of ways) {
    const scene = await begin();
    for (const { act } of before) await act(scene);
    const from = before.length === 0 ? undefined : await stateOf(scene);
    const { act, ...cause } = last;
    await act(scene);
    const to = await stateOf(scene);
    if (from !== to) changes.push({ ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...cause });
    if (known.has(to)) continue;
    known.add(to);
    // Those that are added are gone through, too.
    ways.push(...actions.map((next) => ({ before: [...before, last], last: next })));
  }
  return changes;
}
