import type { ErrorCode } from '../answer.js';
import type { Duration } from '../duration.js';

/**
 * How long an answer is held back, up to an hour: always as long, evenly between two lengths, or as networks do, mostly near
 * the median.
 */
export type Latency = Duration | { min: Duration; max: Duration } | { median: Duration; p99: Duration };

/** What goes wrong with a call. */
export interface FaultEffect {
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
  /** Lets what the call creates end up `failed`, with this code. Without another effect, only calls that create are meant. */
  creationFails?: ErrorCode;
}

/** What a script has for one call: nothing, a status to answer with, or any effects. */
export type FaultStep = 'pass' | number | FaultEffect;

/** Which calls a fault is for: those that match all that is said. In values, `*` stands for any characters, or none. */
export interface FaultMatcher {
  /**
   * The operation, by `operationId`; or `KeystoneCreateUserTokenByPassword` or `KeystoneListProjects` of IAM, which no
   * fault is for that does not name them.
   *
   * @default every operation of the API
   */
  operation?: string;
  /** The method of the operation, or several, such as `['POST', 'PUT', 'DELETE']` for all that changes something. */
  method?: string | string[];
  /** The ID of the project in the path. */
  project?: string;
  /** Other values of the path by the names of their parameters, such as `{ vpc_endpoint_service_id: '4189d3c2…' }`. */
  path?: Record<string, string>;
  /** Values of the query by the names of their parameters. Of several values of one name, one has to match. */
  query?: Record<string, string>;
  /** Values of headers by their names, in any case, such as `{ 'X-Client': 'ci-*' }`. */
  headers?: Record<string, string>;
}

/** Something that goes wrong on purpose. Without a limit it goes wrong at every call that matches. */
export interface Fault extends FaultMatcher, FaultEffect {
  /**
   * How many calls pass before it begins, up to 1,000,000,000.
   *
   * @default 0
   */
  after?: number;
  /** At which of the calls that match it happens, counted from 1: `3`, or `[1, 4]`. Goes without `after` and `times`. */
  nth?: number | number[];
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
  /**
   * What happens call by call, such as `[503, 503, 'pass', { latency: '2s' }]`; from then on, calls pass. It takes the
   * place of effects, and of `nth`, `times` and `rate`.
   */
  script?: FaultStep[];
  /**
   * Whether the script begins anew after its last step.
   *
   * @default false
   */
  repeat?: boolean;
}

/** What became of a fault since it was set. */
export interface FaultCount {
  /** How many calls matched. */
  calls: number;
  /** At how many of them it happened. */
  hits: number;
}
