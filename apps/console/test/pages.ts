const service = 'endpoint-services/4189d3c2-8882-4871-a3c2-d380272eed83';
const endpoint = 'endpoints/03184a04-95d5-4555-86c4-e767a371ff99';
const gateway = 'endpoints/938c8167-631e-40a4-99f9-493753fbd16b';

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
