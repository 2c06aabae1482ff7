import { type Answer, gatewayError } from '../answer.js';

/** The largest body that the service takes from a signed request: 12 MB. */
export const bodyLimit = 12 * 1024 * 1024;

/** The answer to a body that is larger than a limit. */
export const bodyTooLarge = (limit: number): Answer =>
  gatewayError(413, `Request entity too large. The body may have at most ${limit} bytes (${limit / 1024 / 1024} MB).`, {
    Connection: 'close',
  });
