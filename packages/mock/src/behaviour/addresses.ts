import { fractionOf } from '../ids.js';
import type { Store } from '../store/store.js';
import { ErrorResponse } from './error-response.js';

/** An IPv4 address as a number. */
const toNumber = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

const reserved = { range: '198.19.128.0/20', from: toNumber('198.19.128.0'), to: toNumber('198.19.143.255') };

/** Checks the address that an endpoint asks for, or finds one that is free in the subnet. */
export function chooseAddress(
  store: Store,
  project: string,
  subnet: string,
  wanted: string | undefined,
  endpoint: string,
): string {
  const isFree = (address: string) => store.endpoints.find('address', `${project}/${subnet}/${address}`).length === 0;
  if (wanted !== undefined) {
    const number = toNumber(wanted);
    if (number >= reserved.from && number <= reserved.to) {
      throw new ErrorResponse(
        'EndPoint.2043',
        `body.port_ip: ${wanted} is in ${reserved.range}, which no subnet may overlap; use an address outside.`,
      );
    }
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
