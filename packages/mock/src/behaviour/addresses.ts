import { fractionOf, idOf } from '../ids.js';
import { keyOf } from '../store/key.js';
import type { Store } from '../store/store.js';
import { ErrorResponse } from './error-response.js';

/** Checks the address that an endpoint asks for, or finds one that is free in the subnet. */
export function chooseAddress(
  store: Store,
  project: string,
  subnet: string,
  wanted: string | undefined,
  endpoint: string,
): string {
  const isFree = (address: string) => store.endpoints.find('address', keyOf(project, subnet, address)).length === 0;
  if (wanted !== undefined) {
    if (!isFree(wanted)) {
      throw new ErrorResponse(
        'EndPoint.2042',
        `body.port_ip: another endpoint of subnet ${subnet} has ${wanted}; use a free address, or leave it out.`,
      );
    }
    return wanted;
  }
  // The hosts of 192.168.0.0/16, from a place that depends on the endpoint alone.
  const hosts = 65_534;
  const start = Math.floor(fractionOf('address', endpoint) * hosts);
  for (let step = 0; step < hosts; step++) {
    const host = 1 + ((start + step) % hosts);
    const address = `192.168.${host >> 8}.${host & 255}`;
    if (isFree(address)) return address;
  }
  throw new ErrorResponse('EndPoint.2022', `body.subnet_id: subnet ${subnet} has no free address; use another.`);
}

/** The address for IPv6 of an endpoint, from the range for examples. Endpoints are many, and such addresses more. */
export const ipv6AddressOf = (endpoint: string): string =>
  `2001:db8::${idOf('IPv6 address', endpoint)
    .slice(0, 8)
    .replace(/^0*(.{1,4})(.{4})$/, '$1:$2')}`;
