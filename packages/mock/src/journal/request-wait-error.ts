import type { RecordedRequest } from './recorded-request.js';

/** How many of the requests that arrived instead a message lists. */
const maxListed = 20;

/** A request that was waited for has not arrived. */
export class RequestWaitError extends Error {
  override name = 'RequestWaitError';

  /**
   * @param message - what happened instead, and which requests have arrived.
   * @param arrived - the requests that the journal has, the last one last.
   */
  constructor(
    message: string,
    readonly arrived: readonly RecordedRequest[],
  ) {
    super(message);
  }
}

/** Makes the error from what happened instead, such as that the time was over, and what the journal has. */
export const requestWaitError = (why: string, arrived: readonly RecordedRequest[]): RequestWaitError =>
  new RequestWaitError(
    [`${why} ${summary(arrived.length)}`, ...arrived.slice(-maxListed).map(lineOf)].join('\n'),
    arrived,
  );

function summary(count: number): string {
  if (count === 0) return 'No request has arrived at all.';
  const all = count === 1 ? 'This one has arrived:' : `These ${count} have arrived:`;
  return count > maxListed ? `${count} others have arrived; the last of them:` : all;
}

const lineOf = ({ id, method, path, query, status, operation, error_msg }: RecordedRequest): string =>
  [
    `  ${id}. ${method} ${path}${Object.keys(query).length === 0 ? '' : ` ${JSON.stringify(query)}`}`,
    status === undefined ? 'cut off' : String(status),
    ...(operation === undefined ? [] : [operation]),
    ...(error_msg === undefined ? [] : [error_msg]),
  ].join(' ');
