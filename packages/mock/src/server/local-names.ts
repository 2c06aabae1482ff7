import { isIPv4 } from 'node:net';

/** The name in a header `Host`, as URLs write it, without its port; undefined when it is none. */
export function hostnameOf(host: string): string | undefined {
  // What URLs take for other parts than host and port is in no header Host.
  if (!/^[^\s/?#@\\]+$/.test(host) || !URL.canParse(`http://${host}`)) return undefined;
  return withoutLastDot(new URL(`http://${host}`).hostname);
}

/** The name of an address as URLs write it: IPv6 in brackets. */
export const writtenHostname = (host: string): string =>
  hostnameOf(host) ?? hostnameOf(`[${host.replace(/%.*$/, '')}]`) ?? host.toLowerCase();

/** A fully qualified name may end with a dot. */
const withoutLastDot = (name: string): string => name.replace(/\.$/, '');

/** Whether a name, as URLs write it, always means this machine. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  // 127.0.0.0/8, also as IPv6 maps it: [::ffff:7f00:1].
  (isIPv4(hostname) && hostname.startsWith('127.')) ||
  /^\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\]$/.test(hostname);
