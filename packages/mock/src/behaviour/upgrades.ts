import { codeOfKind } from '../generated/error-catalogue.js';
import type { ServiceRecord } from '../store/records.js';
import type { Store } from '../store/store.js';
import type { Behaviours } from './behaviour.js';
import { requireOwnEndpoint, requireOwnService } from './require-own.js';
import { ErrorResponse } from './error-response.js';

/** A service of the project that is ready. The document has no code of its own for one that is not. */
function requireReady(store: Store, path: Parameters<typeof requireOwnService>[1]): ServiceRecord {
  const service = requireOwnService(store, path);
  const standing = store.standing(service);
  if (standing === 'available') return service;
  throw new ErrorResponse(
    codeOfKind.request,
    `path.vpc_endpoint_service_id: endpoint service ${service.id} is ${standing}; it must be available.`,
  );
}

export const upgrades: Pick<
  Behaviours,
  'upgradeEndpointService' | 'addEndpointServiceServerResource' | 'upgradeEndpoint'
> = {
  upgradeEndpointService({ path, body }, store) {
    const isUpgrade = body?.action !== 'rollback';
    store.changeService(requireReady(store, path), (record) => {
      record.supported_editions = isUpgrade ? ['basic', 'profession'] : ['basic'];
      record.enable_multi_server = isUpgrade && (body?.enable_multi_server ?? record.enable_multi_server);
    });
    return undefined;
  },

  addEndpointServiceServerResource({ path, body }, store) {
    store.changeService(requireReady(store, path), (record) => {
      record.server_resources = [...record.server_resources, ...body.server_resources];
    });
    return undefined;
  },

  upgradeEndpoint({ path }, store) {
    const endpoint = requireOwnEndpoint(store, path);
    const { id, status } = endpoint;
    if (status !== 'accepted') {
      throw new ErrorResponse(
        codeOfKind.request,
        `path.vpc_endpoint_id: endpoint ${id} is ${status}; it must be accepted.`,
      );
    }
    store.changeEndpoint(endpoint, (record) => {
      record.status = 'creating';
    });
    store.startEndpoint(endpoint, status);
    return undefined;
  },
};
