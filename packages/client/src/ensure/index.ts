export type { Change } from './change.js';
export {
  ensureEndpoint,
  type DesiredEndpoint,
  type EndpointCalls,
  type EnsuredEndpoint,
  type EnsureEndpointOptions,
  type PlannedEndpoint,
} from './endpoint.js';
export {
  ensureEndpointService,
  type DesiredEndpointService,
  type EndpointServiceCalls,
  type EnsuredEndpointService,
  type PlannedEndpointService,
} from './endpoint-service.js';
export type { EnsureOptions } from './ensure-options.js';
