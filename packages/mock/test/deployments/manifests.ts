import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadAll } from 'js-yaml';

const require = createRequire(import.meta.url);
// Node does not see the names that these modules export to those that import them.
export const { Deployment, StatefulSet } =
  require('kubernetes-models/apps/v1') as typeof import('kubernetes-models/apps/v1');
export const { PodDisruptionBudget } =
  require('kubernetes-models/policy/v1') as typeof import('kubernetes-models/policy/v1');
export const { Service } = require('kubernetes-models/v1') as typeof import('kubernetes-models/v1');

/** The manifests, as their file has them. */
export const manifestText = readFileSync(new URL('../../examples/shared/kubernetes.yaml', import.meta.url), 'utf8');

/** The manifests in a text. */
export const readManifests = (text: string): unknown[] => loadAll(text);

/** The only one of a list. */
export function only<T>(list: readonly T[] | undefined): T {
  const [first, ...more] = list ?? [];
  if (first === undefined || more.length > 0) throw new Error(`there are ${list?.length ?? 0}, and not one`);
  return first;
}

const all = readManifests(manifestText);
export const deployment = only(all.filter(Deployment.is));
export const statefulSet = only(all.filter(StatefulSet.is));
export const disruptionBudget = only(all.filter(PodDisruptionBudget.is));
export const services = all.filter(Service.is);
