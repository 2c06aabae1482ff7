import { type Answer, errorAnswer } from '../answer.js';
import { MockStartError } from '../mock-start-error.js';
import type { ReceivedRequest } from '../request/received-request.js';
import { isControl, readTarget } from '../request/target.js';
import { hostnameOf, isLoopback, writtenHostname } from './local-names.js';

/** Who may control the mock, besides this machine's own pages and tools. */
export interface ControlGateOptions {
  /** Where it listens. */
  readonly host: string;
  /** Further names by which it is called; one that begins with a dot stands for all names below it as well. */
  readonly allowedHosts: readonly string[];
  /** Further origins whose pages may control it. */
  readonly allowedOrigins: readonly string[];
}

/** What comes of a request at the gate. */
export interface Admission {
  /** The answer to what may not control the mock. */
  readonly refusal: Answer | undefined;
  /** Whether pages may read the answer, whatever it is. */
  readonly isReadable: boolean;
}

/** Lets requests in, or refuses them. The API is open to all, and controlling the mock is not. */
export type ControlGate = (request: Pick<ReceivedRequest, 'target' | 'headers'>) => Admission;

const open: Admission = { refusal: undefined, isReadable: true };

/**
 * Makes the gate before the control routes. A page of another site that is open in a browser on this machine can send
 * requests here; the browser says where from in `Origin`. A name of the page's own that leads to this machine (DNS
 * rebinding) makes page and mock one origin, but the name is still in `Host`.
 *
 * @throws MockStartError when what is allowed is no name, or no origin.
 */
export function createControlGate({ host, allowedHosts, allowedOrigins }: ControlGateOptions): ControlGate {
  for (const name of allowedHosts) checkHost(name);
  for (const origin of allowedOrigins) checkOrigin(origin);
  const names = [host, ...allowedHosts].map((name) =>
    name.startsWith('.') ? `.${writtenHostname(name.slice(1))}` : writtenHostname(name),
  );
  const isAllowedHost = (hostname: string) =>
    isLoopback(hostname) ||
    names.some((name) => hostname === name || (name.startsWith('.') && `.${hostname}`.endsWith(name)));
  const isAllowedOrigin = (origin: string) => allowedOrigins.includes(origin) || isOfLoopback(origin);

  function refusalOf({ target, headers }: Pick<ReceivedRequest, 'target' | 'headers'>): Answer | undefined {
    const { origin, host: sentHost = '' } = headers;
    // A whole URL as the target counts more than the header (RFC 9112 section 3.2.2).
    for (const called of [/^https?:\/\/([^/?#]*)/i.exec(target)?.[1] ?? sentHost, sentHost]) {
      const hostname = hostnameOf(called);
      if (hostname === undefined || !isAllowedHost(hostname)) return refusedHost(called, hostname);
    }
    return origin === undefined || isAllowedOrigin(origin) ? undefined : refusedOrigin(origin);
  }
  return (request) => {
    // Most requests are for the API, and need not be read twice.
    if (!request.target.includes('/_mock/') || !isControl(readTarget(request.target))) return open;
    const refusal = refusalOf(request);
    return { refusal, isReadable: refusal === undefined && request.headers['origin'] !== undefined };
  };
}

const refused = (message: string): Answer => errorAnswer(403, 'Mock.0403', message);

const refusedHost = (called: string, hostname: string | undefined): Answer =>
  refused(
    `The mock is controlled under names of this machine, and "${called}" is none. ` +
      `Send another header Host, or start it with --allow-host ${hostname ?? '<name>'}, which is allowedHosts in code.`,
  );

const refusedOrigin = (origin: string): Answer =>
  refused(
    `Pages of this machine control the mock, and "${origin}" is none of their origins. ` +
      `To let it, start the mock with --allow-origin ${origin}, which is allowedOrigins in code.`,
  );

function isOfLoopback(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.origin === origin && /^https?:$/.test(url.protocol) && isLoopback(url.hostname);
}

function checkHost(name: string): void {
  const hostname = name.replace(/^\./, '');
  if (!hostname.includes('*') && hostnameOf(hostname) !== undefined && !/^[^[\]]*[^[\]:]:\d*$/.test(hostname)) return;
  if (hostnameOf(`[${hostname}]`) !== undefined) return;
  throw new MockStartError(
    `--allow-host, allowedHosts in code, must be a name without scheme and port, such as mock.example.com, not "${name}"`,
  );
}

function checkOrigin(origin: string): void {
  // As browsers write it, which is what it is compared with: in lower case, and without a port that goes without saying.
  const written = URL.canParse(origin) ? new URL(origin).origin : 'null';
  const isOrigin = origin === 'null' || /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#@*]+$/.test(origin);
  if (isOrigin && (written === 'null' || written === origin)) return;
  throw new MockStartError(
    `--allow-origin, allowedOrigins in code, must be an origin as browsers write it, such as ${written === 'null' ? 'https://console.example.com' : written}, without a path, or null, not "${origin}"`,
  );
}
