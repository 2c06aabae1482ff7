import type { Control } from '../control/control.js';
import type { Duration } from '../duration.js';
import type { WantedRequest } from '../journal/journal.js';
import type { RecordedRequest } from '../journal/recorded-request.js';
import { requireFilter, type RequestFilter } from '../journal/request-filter.js';
import { RequestWaitError, requestWaitError } from '../journal/request-wait-error.js';
import { defaultTimeout, notInTime, readTimeout } from '../journal/waiting.js';
import { MissingError } from '../values/missing-error.js';
import type { Later } from './later.js';
import { MockConnectionError, type Tell } from './tell.js';

/** How long one request waits at most, in milliseconds: what is between here and the mock may cut off those that take longer. */
const longestWait = 60_000;

/** The journal of a mock in another process. */
export function connectJournal(
  tell: Tell,
): Pick<Later<Control>, 'requests' | 'waitForRequest' | 'unexpected' | 'clearRequests'> {
  async function ask(filter: RequestFilter, wait?: number): Promise<RecordedRequest[]> {
    requireFilter(filter);
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...filter, wait })) {
      if (value !== undefined) query.set(name, String(value));
    }
    const route = query.size === 0 ? 'requests' : `requests?${query.toString()}`;
    return (await tell<{ requests: RecordedRequest[] }>('GET', route)).requests;
  }
  /** Asks once, and waits if there is none yet. None is there when it has waited for as long as it may in vain. */
  async function next(filter: RequestFilter, wait: number): Promise<RecordedRequest[]> {
    const began = performance.now();
    try {
      return await ask(filter, wait);
    } catch (error) {
      if (!(error instanceof RequestWaitError)) throw error;
      if (performance.now() - began >= wait) return [];
      // It was reset or closed, and what is closed tells no more.
      const arrived = await ask({}).catch((gone: unknown) => {
        if (gone instanceof MissingError || gone instanceof MockConnectionError) return [];
        throw gone;
      });
      throw new RequestWaitError(error.message, arrived);
    }
  }
  async function waitForRequest(
    which: WantedRequest = {},
    { timeout = defaultTimeout }: { timeout?: Duration } = {},
  ): Promise<RecordedRequest> {
    const length = readTimeout(timeout);
    const end = performance.now() + length;
    const isMeant = typeof which === 'function' ? which : () => true;
    if (typeof which !== 'function') requireFilter(which);
    // It is the first that is waited for, however many are asked for.
    const { limit: _, ...filter } = typeof which === 'function' ? {} : which;
    for (let left = length; ; left = Math.max(end - performance.now(), 0)) {
      const arrived = await next(filter, Math.min(Math.ceil(left), longestWait));
      const meant = arrived.find(isMeant);
      if (meant !== undefined) return meant;
      if (left === 0) throw requestWaitError(notInTime(length), await ask({}));
      filter.since = arrived.at(-1)?.id ?? filter.since ?? 0;
    }
  }
  return {
    requests: (filter = {}) => ask(filter),
    waitForRequest,
    unexpected: () => ask({ unexpected: true }),
    clearRequests: async () => {
      await tell('DELETE', 'requests');
    },
  };
}
