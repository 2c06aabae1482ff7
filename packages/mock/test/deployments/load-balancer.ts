import { readFileSync } from 'node:fs';

/** The configuration of the load balancer, as its file has it. */
export const balancerText = readFileSync(new URL('../../examples/shared/haproxy.cfg', import.meta.url), 'utf8');

/** What matters of a configuration of HAProxy. */
export interface LoadBalancer {
  readonly ports: number[];
  /** Where it sends calls, by the name of each server. */
  readonly servers: Map<string, { host: string; port: number }>;
  readonly healthCheck: { path: string | undefined; host: string | undefined };
  /** Lines that have it send a request again that a server may have got already. */
  readonly resends: string[];
  /** Lines that keep a caller at one server. */
  readonly affinities: string[];
}

/** Reads a configuration of HAProxy. */
export function readLoadBalancer(text: string): LoadBalancer {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');
  const found = (pattern: RegExp) => lines.flatMap((line) => [...(pattern.exec(line) ?? [])].slice(1));
  const [path] = found(/^http-check send .*\buri (\S+)/);
  const [host] = found(/^http-check send .*\bhdr Host (\S+)/);
  return {
    ports: found(/^bind \S*:(\d+)/).map(Number),
    servers: new Map(
      lines.flatMap((line) => {
        const [, name, at, port] = /^server (\S+) (\S+):(\d+)/.exec(line) ?? [];
        return name === undefined || at === undefined ? [] : [[name, { host: at, port: Number(port) }] as const];
      }),
    ),
    healthCheck: { path, host },
    // By default it is sent again only when the connection failed.
    resends: lines.filter((line) => /^retry-on (?!conn-failure$|none$)/.test(line)),
    affinities: lines.filter(
      (line) =>
        /^(?:cookie|stick|stick-table|hash-type|option prefer-last-server)\b/.test(line) ||
        /^balance (?!roundrobin$|leastconn$|random$)/.test(line) ||
        /^server .* cookie /.test(line),
    ),
  };
}
