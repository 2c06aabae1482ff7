import { endpoint as endpointId, gateway as gatewayId, orders } from './small-team.js';

const service = `endpoint-services/${orders}`;
const endpoint = `endpoints/${endpointId}`;
const gateway = `endpoints/${gatewayId}`;

/** Every page of the console, with resources of the mock's state `small-team`. */
export const pages: readonly string[] = [
  'endpoint-services',
  'endpoint-services/create',
  service,
  `${service}?tab=connections`,
  `${service}?tab=picture`,
  `${service}?tab=permissions`,
  `${service}?tab=ports`,
  `${service}?tab=tags`,
  'endpoints',
  'endpoints/create',
  endpoint,
  `${endpoint}?tab=whitelist`,
  `${endpoint}?tab=policy`,
  `${gateway}?tab=route-tables`,
  `${gateway}?tab=policy`,
  'overview',
  'approvals',
  'quotas',
];

/** A page of each kind: a list, a form, a resource, a table with a form, a form with JSON, decisions, pictures, cards. */
export const kinds: readonly string[] = [
  'endpoint-services',
  'endpoint-services/create',
  service,
  `${service}?tab=permissions`,
  `${endpoint}?tab=policy`,
  'approvals',
  'overview',
  'quotas',
];
