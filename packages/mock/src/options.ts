import type { AuthMode } from './authentication/authenticate.js';
import type { KnownCredentials } from './authentication/credentials.js';
import type { ClockMode } from './clock.js';
import { type LaterState, laterStates } from './generated/document.js';
import type { Log } from './log/log.js';
import { MockStartError } from './mock-start-error.js';
import type { ScenarioName } from './scenarios/index.js';
import type { MockState, StateDefaults } from './store/state.js';
import type { Quotas } from './store/store.js';
import { isStage, isTransition, stages, type Transition, transitionRule, type Transitions } from './transition.js';

/** Options of {@link startMock}. */
export interface MockOptions {
  /**
   * The port to listen on; 0 takes a free one.
   *
   * @default 4010
   */
  port?: number;
  /**
   * The address to listen on. Any other than a loopback address lets other machines in.
   *
   * @default '127.0.0.1'
   */
  host?: string;
  /**
   * Path of an OpenAPI document in JSON or YAML, which may refer to other files.
   *
   * @default the document that the mock was built from
   */
  document?: string;
  /**
   * The state of the API: its rules of a month where later releases contradict tables 1 to 7 of the reference. As of
   * `2026-08` a resource may have 20 tags with longer keys and values, for example. Not for a `document` of your own.
   *
   * @default the tables
   */
  asOf?: LaterState;
  /**
   * Whether a change in any file of `document` is picked up: the next request meets it, and nothing that the mock
   * remembers is lost. While the document is broken, the last one that was not stays in use.
   *
   * @default false
   */
  watch?: boolean;
  /**
   * Whether it remembers what it is told. Without a memory, each answer is the document's example.
   *
   * @default true
   */
  stateful?: boolean;
  /**
   * What it remembers at the start: a ready-made state by its name, or one that is given.
   *
   * @default 'empty'
   */
  scenario?: ScenarioName | MockState;
  /**
   * How creations and deletions proceed, or how each stage does. The cloud takes 10 to 20 seconds as a rule, and up to
   * 2 minutes by its own account.
   *
   * @default `{ endpoint_service: 'time(3s)', endpoint: 'time(3s)' }`, and all else is immediate
   */
  transitions?: Transition | Partial<Transitions>;
  /**
   * How the clock moves: `system` with the machine's, `manual` only by `clock.advance`, from 1 January 2026 on.
   *
   * @default 'system'
   */
  clock?: ClockMode;
  /**
   * What IDs and chance are made from: with the same seed, the same calls get the same IDs.
   *
   * @default 'vpcep'
   */
  seed?: string;
  /**
   * The region that is in the names of services.
   *
   * @default 'cn-north-4'
   */
  region?: string;
  /**
   * Whether it is without the calls that the document has for other regions than `region` alone: they are answered like any
   * path that there is not, with status 404 and `APIGW.0101`.
   *
   * @default false
   */
  regional?: boolean;
  /**
   * How many resources of each kind a project may have.
   *
   * @default 100 endpoint services and 150 endpoints
   */
  quotas?: Partial<Quotas>;
  /**
   * Whose requests are let in: with `any`, all that have a token or a signature, whatever it is; with `strict`, only
   * those with {@link demoCredentials}; or only those with the credentials that are given. By the machine's clock, since
   * clients sign by it too.
   *
   * @default 'any'
   */
  auth?: AuthMode | KnownCredentials;
  /**
   * What becomes of fields of bodies that the document does not know: `refuse` answers 400; `warn` lets them through, keeps
   * those of a body itself with the resource that it creates or changes, shows them with it, and logs their names.
   *
   * @default 'refuse'
   */
  unknownFields?: 'refuse' | 'warn';
  /**
   * A folder in which it keeps what it remembers, so that it goes on from there when it is started again. It may be new;
   * `scenario` counts only then. What a request changes is written before its answer is sent; what is changed from code,
   * with the next answer or by `close`.
   *
   * @default it forgets everything when it stops
   */
  persist?: string;
  /**
   * Takes an entry for every request, and for what else a person would want to see.
   *
   * @default nothing is logged
   */
  log?: Log;
}

/** What a mock is started with: its options, with the defaults of those that were left out. */
export interface MockSettings extends Required<
  Omit<MockOptions, 'document' | 'asOf' | 'persist' | 'transitions' | 'quotas'>
> {
  readonly document: string | undefined;
  readonly asOf: LaterState | undefined;
  readonly persist: string | undefined;
  readonly defaults: StateDefaults;
  /** What of the defaults was asked for: it counts for a state from an earlier run too. */
  readonly asked: { readonly transitions: Partial<Transitions>; readonly quotas: Partial<Quotas> };
}

const defaultTransitions: Transitions = {
  endpoint_service: 'time(3s)',
  endpoint: 'time(3s)',
  endpoint_service_update: 'immediate',
  endpoint_service_deletion_lag: 'immediate',
  endpoint_acceptance: 'immediate',
};

/**
 * Reads the options of a mock.
 *
 * @throws MockStartError when one is not valid, or two do not go together.
 */
export function readOptions(options: MockOptions): MockSettings {
  const { stateful = true, transitions = {}, quotas = {}, document, asOf, persist } = options;
  if (persist !== undefined && !stateful) {
    throw new MockStartError('persist needs a mock that remembers; leave out one of persist and stateful: false');
  }
  if (asOf !== undefined && document !== undefined) {
    throw new MockStartError('asOf is about the document of the mock; leave out one of asOf and document');
  }
  if (asOf !== undefined && !laterStates.includes(asOf)) {
    throw new MockStartError(`asOf must be ${laterStates.join(' or ')}, not '${asOf as string}'`);
  }
  const asked =
    typeof transitions === 'string' ? { endpoint_service: transitions, endpoint: transitions } : transitions;
  for (const [stage, transition] of Object.entries(asked)) {
    if (!isStage(stage)) throw new MockStartError(`transitions must be of ${stages.join(', ')}, not of ${stage}`);
    if (!isTransition(transition)) {
      throw new MockStartError(`transitions must be ${transitionRule}, not '${String(transition)}'`);
    }
  }
  return {
    port: options.port ?? 4010,
    host: options.host ?? '127.0.0.1',
    document,
    asOf,
    watch: options.watch ?? false,
    stateful,
    scenario: options.scenario ?? 'empty',
    clock: options.clock ?? 'system',
    seed: options.seed ?? 'vpcep',
    region: options.region ?? 'cn-north-4',
    regional: options.regional ?? false,
    auth: options.auth ?? 'any',
    unknownFields: options.unknownFields ?? 'refuse',
    persist,
    log: options.log ?? (() => undefined),
    defaults: {
      transitions: { ...defaultTransitions, ...asked },
      quotas: { endpoint_service: 100, endpoint: 150, ...quotas },
    },
    asked: { transitions: asked, quotas },
  };
}
