import { keyOf } from '../store/key.js';
import type { Store } from '../store/store.js';
import { type Kind, kinds } from '../transition.js';
import type { Behaviours } from './behaviour.js';
import { ErrorResponse } from './error-response.js';

/** How many resources of a kind a project has, whatever their status. */
export const used = (store: Store, kind: Kind, project: string): number =>
  (kind === 'endpoint' ? store.endpoints : store.services).count('project', keyOf(project));

/** Throws where there is one more than there may be. */
export function requireQuota(store: Store, kind: Kind, project: string): void {
  const quota = store.quotas[kind];
  if (used(store, kind, project) < quota) return;
  throw new ErrorResponse(
    'Endpoint.1018',
    `path.project_id: project ${project} has ${quota} resources of the kind ${kind}, and may not have more; delete one that is no longer needed.`,
  );
}

export const quotas: Pick<Behaviours, 'listQuotaDetails'> = {
  listQuotaDetails: ({ path, query }, store) => ({
    quotas: {
      resources: kinds
        .filter((type) => query.type === undefined || query.type === type)
        .map((type) => ({ type, used: used(store, type, path.project_id), quota: store.quotas[type] })),
    },
  }),
};
