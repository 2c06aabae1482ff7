import { type Answer, type ErrorCode, gatewayError, serviceError } from '../answer.js';
import { type Duration, longestLatencyHours, readDuration } from '../duration.js';
import { fractionOf } from '../ids.js';

/**
 * How long an answer is held back, up to an hour: always as long, evenly between two lengths, or as networks do, mostly near
 * the median.
 */
export type Latency = Duration | { min: Duration; max: Duration } | { median: Duration; p99: Duration };

/** Something that goes wrong on purpose. Without a limit it goes wrong at every call. */
export interface Fault {
  /**
   * The operation that it is for, by `operationId`.
   *
   * @default every operation
   */
  operation?: string;
  /**
   * How many calls pass before it begins, up to 1,000,000,000.
   *
   * @default 0
   */
  after?: number;
  /**
   * How often it happens, up to 1,000,000,000 times.
   *
   * @default without end
   */
  times?: number;
  /**
   * How likely it is at each call, from 0 to 1.
   *
   * @default 1
   */
  rate?: number;
  /** Answers with this status, and the code that the gateway has for it: 429 with `APIGW.0308`, 503 with `APIGW.0201`. */
  status?: number;
  /** Answers with this code of the error catalogue, and its status unless `status` says otherwise. */
  error?: ErrorCode;
  /** Adds the header `Retry-After`, in whole seconds, to an answer of `status` or `error`; up to a year. */
  retryAfter?: Duration;
  /** Holds the answer back. */
  latency?: Latency;
  /** Cuts the connection: before the request takes effect, or after, so that only its answer is lost. */
  drop?: 'request' | 'answer';
  /** Lets what the call creates end up `failed`, with this code. */
  creationFails?: ErrorCode;
}

/** What the faults that are set do to one call. */
export interface InjectedFault {
  /** How long the answer is held back, in milliseconds. */
  delayMs: number;
  answer?: Answer;
  drop?: 'request' | 'answer';
  creationFails?: ErrorCode;
}

/** The faults that are set, and how often each was asked. */
export interface Faults {
  get(): readonly Fault[];
  set(faults: readonly Fault[]): void;
  /** What they do to the next call of an operation. */
  next(operation: string): InjectedFault;
}

/** Draws from the distribution of a latency, in milliseconds; `a` and `b` are fractions drawn at random. */
function draw(latency: Latency, a: number, b: number): number {
  if (typeof latency !== 'object') return readDuration(latency) ?? 0;
  if ('min' in latency) {
    const min = readDuration(latency.min) ?? 0;
    return min + a * ((readDuration(latency.max) ?? 0) - min);
  }
  // A log-normal distribution. 99 % of a normal one lie below 2.326 standard deviations.
  const median = readDuration(latency.median) ?? 0;
  const p99 = readDuration(latency.p99) ?? 0;
  const normal = Math.sqrt(-2 * Math.log(1 - a)) * Math.cos(2 * Math.PI * b);
  const drawn = median * Math.exp((Math.log(p99 / median) / 2.326) * normal);
  // Seldom, but without end: a timer that is set too far ahead rings at once.
  return Math.min(drawn, longestLatencyHours * 3_600_000);
}

function answerOf({ status, error, retryAfter }: Fault): Answer | undefined {
  if (status === undefined && error === undefined) return undefined;
  const base =
    error === undefined
      ? gatewayError(status ?? 500, `The mock was told to answer with status ${status ?? 500}.`)
      : serviceError(error, 'The mock was told to answer so.');
  return {
    ...base,
    ...(status === undefined ? {} : { status }),
    ...(retryAfter === undefined
      ? {}
      : { headers: { 'Retry-After': String(Math.ceil((readDuration(retryAfter) ?? 0) / 1000)) } }),
  };
}

/** What an injected fault does, in one line; undefined when it does nothing. */
export function describeInjectedFault({ delayMs, answer, drop, creationFails }: InjectedFault): string | undefined {
  const effects = [
    ...(delayMs > 0 ? [`latency ${Math.round(delayMs)} ms`] : []),
    ...(drop === undefined ? [] : [`drop ${drop}`]),
    ...(answer === undefined ? [] : [`status ${answer.status}`]),
    ...(creationFails === undefined ? [] : [`creation fails with ${creationFails}`]),
  ];
  return effects.length === 0 ? undefined : effects.join(', ');
}

/** Keeps faults. What happens by chance happens the same way each time with the same seed. */
export function createFaults(seed: string): Faults {
  let all: { fault: Fault; calls: number; hits: number }[] = [];
  return {
    get: () => structuredClone(all.map(({ fault }) => fault)),
    set(faults) {
      all = structuredClone(faults).map((fault) => ({ fault, calls: 0, hits: 0 }));
    },
    next(operation) {
      const injected: InjectedFault = { delayMs: 0 };
      for (const [index, state] of all.entries()) {
        const { fault } = state;
        if (fault.operation !== undefined && fault.operation !== operation) continue;
        const call = ++state.calls;
        const chance = (what: string) => fractionOf(seed, what, index, call);
        if (call <= (fault.after ?? 0) || state.hits >= (fault.times ?? Infinity)) continue;
        if (chance('fault') >= (fault.rate ?? 1)) continue;
        state.hits++;
        if (fault.latency !== undefined) injected.delayMs += draw(fault.latency, chance('latency'), chance('spread'));
        const answer = answerOf(fault);
        if (answer !== undefined) injected.answer ??= answer;
        if (fault.drop !== undefined) injected.drop ??= fault.drop;
        if (fault.creationFails !== undefined) injected.creationFails ??= fault.creationFails;
      }
      return injected;
    },
  };
}
