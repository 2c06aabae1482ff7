import { RequestWaitError } from '../journal/request-wait-error.js';
import { ControlError } from '../values/control-error.js';
import { MissingError } from '../values/missing-error.js';
import { plainText } from '../values/plain-copy.js';

/** A mock in another process cannot be reached, or what answers is none. */
export class MockConnectionError extends Error {
  override name = 'MockConnectionError';
}

/**
 * Tells a mock something by one of its control routes, and returns what it answers.
 *
 * @throws ControlError when the mock refuses it, MissingError when something that it names is not there, RequestWaitError
 * when a request that it waits for does not arrive, and MockConnectionError when there is no mock.
 */
export type Tell = <T>(method: string, route: string, body?: unknown) => Promise<T>;

/** Makes what tells a mock something. */
export function createTell(base: string): Tell {
  return async <T>(method: string, route: string, body?: unknown) => {
    const { status, text } = await send(base, method, route, body === undefined ? undefined : plainText(body));
    const answer = readJson(text, base);
    if (status < 300) return answer as T;
    const message = messageOf(answer);
    if (message !== undefined && isOfMock(answer)) {
      if (status === 400) throw new ControlError(message);
      if (status === 404) throw new MissingError(message);
      if (status === 504) throw new RequestWaitError(message, []);
    }
    throw new MockConnectionError(
      `${base} answers ${method} /_mock/${route} with status ${status}: ${message ?? 'it is no mock'}`,
    );
  };
}

/** The URL of a mock, without a slash at its end. */
export function readUrl(url: string): string {
  const read = URL.canParse(url) ? new URL(url) : undefined;
  if (read === undefined || !/^https?:$/.test(read.protocol) || read.search !== '' || read.hash !== '') {
    throw new MockConnectionError(`The URL of a mock is such as http://127.0.0.1:4010, not ${JSON.stringify(url)}.`);
  }
  if (read.username !== '' || read.password !== '') {
    throw new MockConnectionError('The URL of a mock has no name and password in it; leave them out.');
  }
  return read.href.replace(/\/+$/, '');
}

async function send(base: string, method: string, route: string, body: string | undefined) {
  try {
    const response = await fetch(`${base}/_mock/${route}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body }),
    });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    const reason = reasonOf(error);
    const problem = /CERT|SIGNATURE/.test(reason)
      ? `The certificate of ${base} is not trusted (${reason}); start this program with its file, or that of who signed it, ` +
        'in NODE_EXTRA_CA_CERTS, and call the mock by a name that it is for.'
      : `No mock answers at ${base} (${reason}); start one there, or give its URL.`;
    throw new MockConnectionError(problem, { cause: error });
  }
}

function readJson(text: string, base: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch (error) {
    throw new MockConnectionError(`What answers at ${base} is no mock: it does not send JSON.`, { cause: error });
  }
}

const messageOf = (answer: unknown): string | undefined =>
  typeof answer === 'object' && answer !== null && 'error_msg' in answer ? String(answer.error_msg) : undefined;

/** Whether the mock answers, by its own codes or, for bodies that it cannot read, by the service's; and nobody in its place. */
const isOfMock = (answer: unknown): boolean =>
  typeof answer === 'object' &&
  answer !== null &&
  'error_code' in answer &&
  /^(?:Mock|EndPoint)\./.test(String(answer.error_code));

/** Why there was no answer: what fetch says is the same for everything. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return String(cause);
}
