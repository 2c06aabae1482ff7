import type { IHttpOperation } from '@stoplight/types';
import type { Duration } from '../duration.js';
import type { RequestEntry } from '../log/log.js';
import { addressedOperation } from './addressed-operation.js';
import { type KeptRequest, type RecordedRequest, recordedRequest } from './recorded-request.js';
import { checkFilter, isMeant, type RequestFilter } from './request-filter.js';
import { requestWaitError } from './request-wait-error.js';
import { createWaiting, defaultTimeout, readTimeout } from './waiting.js';

/** How many requests are kept, how many bytes of them, and how long a body may be to be kept: the oldest give way. */
const limits = { requests: 1000, bytes: 10_000_000, body: 64_000 };

/** When a request arrived, and what was in the journal's beginning then. */
export interface Arrival {
  readonly time: number;
  readonly clock: number;
  readonly beginning: number;
}

/** What there is to say of a request once it is answered. */
export interface AnsweredRequest {
  /** Path and query as they were sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly operation: IHttpOperation | undefined;
  readonly body: Uint8Array | undefined;
  readonly entry: RequestEntry;
  readonly isUnexpected: boolean;
}

/** What arrived: the last requests and what was answered. */
export interface Journal {
  /** Notes that a request arrives. */
  arrive(): Arrival;
  /** Takes in a request that is answered, unless the journal has begun anew since it arrived. */
  record(arrival: Arrival, answered: AnsweredRequest): void;
  requests(filter: RequestFilter): RecordedRequest[];
  waitFor(which: WantedRequest, timeout?: Duration): Promise<RecordedRequest>;
  /** Whether somebody waits for a request. */
  isAwaited(): boolean;
  /** Forgets all requests. */
  clear(): void;
  /** Begins anew: forgets all requests, those under way too, and has nobody wait any longer. */
  reset(): void;
  /** Has nobody wait any longer, and from now on. */
  end(): void;
}

/** Which request is waited for: by a filter, or by a function that is asked about each. */
export type WantedRequest = RequestFilter | ((request: RecordedRequest) => boolean);

/** What a journal needs to know. */
export interface JournalDependencies {
  /** The present, by the clock of the mock. */
  readonly now: () => number;
  /** Takes known secrets out of a text. */
  readonly conceal: (text: string) => string;
  /** The operations that there are. */
  readonly operations: () => readonly string[];
  /** A number that is higher than those before; without it, the next one. */
  readonly number?: (() => number) | undefined;
}

/** Makes a journal. It keeps what there is anyway, and puts it into words when it is asked. */
export function createJournal({ now, conceal, operations, number = () => 0 }: JournalDependencies): Journal {
  const waiting = createWaiting();
  let kept: KeptRequest[] = [];
  let bytes = 0;
  let last = 0;
  let beginning = 0;
  let isEnded = false;

  const shown = (one: KeptRequest) => recordedRequest(one, conceal);

  function forgetOldest(): void {
    const oldest = kept.shift();
    if (oldest !== undefined) bytes -= sizeOf(oldest);
  }
  function makeRoom(): void {
    if (kept.length > limits.requests) forgetOldest();
    while (bytes > limits.bytes) {
      const withBody = kept.find(({ body }) => body !== undefined);
      if (withBody?.body === undefined) forgetOldest();
      else {
        bytes -= withBody.body.length;
        withBody.body = undefined;
      }
    }
  }
  /** Has nobody wait any longer. However many do, the requests are put into words once. */
  function endWaiting(why: string): void {
    if (waiting.size === 0) return;
    const arrived = kept.map(shown);
    waiting.end(() => requestWaitError(why, arrived));
  }
  const matching = (which: WantedRequest): ((one: KeptRequest) => boolean) => {
    if (typeof which === 'function') return (one) => which(shown(one));
    const filter = checkFilter(which, operations);
    return (one) => isMeant(one, filter);
  };

  return {
    arrive: () => ({ time: Date.now(), clock: now(), beginning }),
    record(arrival, { target, headers, operation, body, entry, isUnexpected }) {
      if (arrival.beginning !== beginning) return;
      const isKept = body !== undefined && body.length > 0 && body.length <= limits.body;
      last = Math.max(last + 1, number());
      const one: KeptRequest = {
        id: last,
        time: arrival.time,
        clock: arrival.clock,
        target,
        headers,
        operation: operation === undefined ? undefined : addressedOperation(operation),
        entry: entry.explanation === undefined ? entry : withoutExplanation(entry),
        isUnexpected,
        // Of its own, since what brought the bytes may use them again, or keep many more in the same place.
        body: isKept ? new Uint8Array(body) : undefined,
        bodyBytes: body?.length ?? 0,
      };
      kept.push(one);
      bytes += sizeOf(one);
      makeRoom();
      if (waiting.size > 0) waiting.tell(one);
    },
    requests(given) {
      const filter = checkFilter(given, operations);
      const found = kept.filter((one) => isMeant(one, filter));
      const { limit = found.length } = filter;
      return found.slice(Math.max(found.length - limit, 0)).map(shown);
    },
    async waitFor(which, timeout = defaultTimeout) {
      const meant = matching(which);
      const length = readTimeout(timeout);
      const fail = (why: string) => requestWaitError(why, kept.map(shown));
      const there = kept.find(meant);
      if (there !== undefined) return shown(there);
      if (isEnded) throw fail(closed);
      return shown(await waiting.wait(meant, length, fail));
    },
    isAwaited: () => waiting.size > 0,
    clear() {
      kept = [];
      bytes = 0;
    },
    reset() {
      endWaiting('The mock was reset before such a request arrived.');
      beginning++;
      kept = [];
      bytes = 0;
    },
    end() {
      isEnded = true;
      endWaiting(closed);
    },
  };
}

const closed = 'The mock was closed before such a request arrived.';

/** What the log has beyond what the journal tells is long, and is not kept. */
function withoutExplanation({ explanation: _, ...entry }: RequestEntry): RequestEntry {
  return entry;
}

/** About how much memory a request takes. The entry has its path once more. */
function sizeOf({ body, target, headers, entry: { error_msg, failure } }: KeptRequest): number {
  let size = 500 + (body?.length ?? 0) + 2 * target.length + (error_msg?.length ?? 0) + (failure?.length ?? 0);
  for (const name in headers) size += 50 + name.length + (headers[name]?.length ?? 0);
  return size;
}
