import type { Behaviours, OperationId } from './behaviour.js';
import { connections } from './connections.js';
import { endpointServices } from './endpoint-services.js';
import { endpoints } from './endpoints.js';
import { permissions } from './permissions.js';
import { publicServiceBehaviours } from './public-services.js';
import { quotas } from './quotas.js';
import { routeTables } from './route-tables.js';
import { tags } from './tags.js';
import { versions } from './versions.js';

/** What the mock does about each operation. */
export const behaviours: Behaviours = {
  ...versions,
  ...endpointServices,
  ...publicServiceBehaviours,
  ...connections,
  ...permissions,
  ...endpoints,
  ...routeTables,
  ...quotas,
  ...tags,
};

/** Whether there is a behaviour for an operation. Another document may have others. */
export const hasBehaviour = (id: string): id is OperationId => Object.hasOwn(behaviours, id);
