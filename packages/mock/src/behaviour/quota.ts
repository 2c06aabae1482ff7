import type { Store } from '../store/store.js';
import type { Kind } from '../transition.js';
import { Refusal } from './refusal.js';

/** How many resources of a kind a project has, whatever their status. */
export const used = (store: Store, kind: Kind, project: string): number =>
  (kind === 'endpoint' ? store.endpoints : store.services).count('project', project);

/** Refuses one more than there may be. */
export function keepQuota(store: Store, kind: Kind, project: string): void {
  const quota = store.quotas[kind];
  if (used(store, kind, project) < quota) return;
  throw new Refusal(
    'Endpoint.1018',
    `path.project_id: project ${project} has ${quota} resources of the kind ${kind}, and may not have more; delete one that is no longer needed.`,
  );
}
