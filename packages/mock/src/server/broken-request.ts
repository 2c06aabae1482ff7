import { maxHeaderSize } from 'node:http';
import { type Answer, gatewayError } from '../answer.js';

/** What the log shows of a request that cannot be read. */
export const brokenRequest = { method: '?', target: '?' };

/** The code of the error when HTTP comes where HTTPS should. */
export const plainHttp = 'ERR_SSL_HTTP_REQUEST';

/** The answer to what is not, or not in time, a request, by the error that Node's server has with it. */
export function refusalOfBroken({ code }: NodeJS.ErrnoException): Answer {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return gatewayError(431, `URL and headers have more than ${maxHeaderSize} bytes.`);
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return gatewayError(413, 'The chunks of the body have extensions that are too long; leave them out.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return gatewayError(408, 'The request did not come in time; send it whole.');
    case plainHttp:
      return gatewayError(400, 'The mock speaks HTTPS here; call it by https://, or start it without --cert.');
    default:
      return gatewayError(400, 'The request is not valid HTTP.');
  }
}
