const address = /^((25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(?!$)|$)){4}$/;

/** Whether a value is an IPv4 address in dotted decimals. */
export const isIpv4 = (value: unknown): value is string => typeof value === 'string' && address.test(value);

/** Whether an IPv4 address is in a range in CIDR notation, such as `198.19.128.0/20`. */
export function isInRange(ip: string, range: string): boolean {
  const [start = '', bits = '32'] = range.split('/');
  const size = 2 ** (32 - Number(bits));
  return Math.floor(toNumber(ip) / size) === Math.floor(toNumber(start) / size);
}

const toNumber = (ip: string): number => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
