import type { EndpointServiceSummary, PublicEndpointService } from '@vpcep/types';

/** A service that an endpoint can connect to. */
export type ChosenService = EndpointServiceSummary | PublicEndpointService;
