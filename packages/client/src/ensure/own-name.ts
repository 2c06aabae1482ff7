import type { EndpointService } from '@vpcep/types';
import { fullServiceName } from '../generated/ensured-fields.js';

/** The name that its owner gave a service, out of its full name; empty when there is none. */
export function ownName({ id, service_name: full }: Pick<EndpointService, 'id' | 'service_name'>): string {
  const { afterRegion, beforeId } = fullServiceName;
  const end = full.length - `${beforeId}${id}`.length;
  const start = full.indexOf(afterRegion) + afterRegion.length;
  return full.endsWith(`${beforeId}${id}`) ? full.slice(start, Math.max(start, end)) : '';
}
