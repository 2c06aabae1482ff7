import type { Behaviours } from './behaviour.js';
import { connections } from './connections.js';
import { endpointServices } from './endpoint-services.js';
import { endpoints } from './endpoints.js';
import { permissions } from './permissions.js';
import { policies } from './policies.js';
import { publicServiceBehaviours } from './public-services.js';
import { quotas } from './quotas.js';
import { routeTables } from './route-tables.js';
import { tags } from './tags.js';
import { upgrades } from './upgrades.js';
import { versions } from './versions.js';

/** What the mock does about operations. It answers any other from the document's examples. */
export const behaviours = {
  ...versions,
  ...endpointServices,
  ...publicServiceBehaviours,
  ...connections,
  ...permissions,
  ...endpoints,
  ...policies,
  ...routeTables,
  ...quotas,
  ...tags,
  ...upgrades,
} satisfies Partial<Behaviours>;

/** An operation that there is a behaviour for. */
export type BehavedOperation = keyof typeof behaviours;

/** The operations that create what may end up `failed`. */
export const creating: ReadonlySet<string> = new Set<BehavedOperation>(['createEndpointService', 'createEndpoint']);

/** Whether there is a behaviour for an operation. */
export const hasBehaviour = (id: string): id is BehavedOperation => Object.hasOwn(behaviours, id);
