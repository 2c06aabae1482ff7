import type { AuthMode } from './authentication/authenticate.js';
import type { KnownCredentials } from './authentication/credentials.js';
import type { ClockMode } from './clock.js';
import type { LaterState } from './generated/document.js';
import type { Log } from './log/log.js';
import { createSafeLog } from './log/safe-log.js';
import { MockStartError } from './mock-start-error.js';
import { type OptionRule, optionRules, quotaRule } from './option-rules.js';
import { type ScenarioName, scenarioNames } from './scenarios/index.js';
import { askForNearest } from './shown/nearest.js';
import { shownText, shownValue } from './shown/shown-value.js';
import type { MockState, StateDefaults } from './store/state.js';
import type { Quotas } from './store/store.js';
import {
  isKind,
  isStage,
  isTransition,
  kinds,
  stages,
  type Transition,
  transitionRule,
  type Transitions,
} from './transition.js';

/** Options of {@link startMock}. One that is undefined counts as left out. */
export interface MockOptions {
  /**
   * The port to listen on; 0 takes a free one.
   *
   * @default 4010
   */
  port?: number | undefined;
  /**
   * The address to listen on. Any other than a loopback address lets other machines in.
   *
   * @default '127.0.0.1'
   */
  host?: string | undefined;
  /**
   * Further names by which the mock may be called to control it, besides those of this machine and `host`; one that begins
   * with a dot, such as `.example.com`, stands for all names below it as well.
   *
   * @default none
   */
  allowedHosts?: readonly string[] | undefined;
  /**
   * Further origins whose pages may control the mock, such as `https://console.example.com`, besides those of this
   * machine; `null` is that of pages that are opened from a file. The API is open to pages of all origins.
   *
   * @default none
   */
  allowedOrigins?: readonly string[] | undefined;
  /**
   * A certificate, in PEM or the path of a file of it: the mock speaks HTTPS. Goes with `key`.
   *
   * @default it speaks HTTP
   */
  cert?: string | undefined;
  /** The private key of `cert`, in PEM or the path of a file of it, without a passphrase. */
  key?: string | undefined;
  /**
   * Path of an OpenAPI document in JSON or YAML, which may refer to other files.
   *
   * @default the document that the mock was built from
   */
  document?: string | undefined;
  /**
   * Whether `document` may refer to documents of other hosts, which are fetched then: within 10 seconds each, by http and
   * https. They may not refer to files of this machine.
   *
   * @default false
   */
  allowRemoteRefs?: boolean;
  /**
   * The state of the API: its rules of a month where later releases contradict tables 1 to 7 of the reference. As of
   * `2026-08` a resource may have 20 tags with longer keys and values, for example. Not for a `document` of your own.
   *
   * @default the tables
   */
  asOf?: LaterState | undefined;
  /**
   * Whether a change in any file of `document` is picked up: the next request meets it, and nothing that the mock
   * remembers is lost. While the document is broken, the last one that was not stays in use.
   *
   * @default false
   */
  watch?: boolean | undefined;
  /**
   * Whether it remembers what it is told. Without a memory, each answer is the document's example.
   *
   * @default true
   */
  stateful?: boolean | undefined;
  /**
   * What it remembers at the start: a ready-made state by its name, or one that is given.
   *
   * @default 'empty'
   */
  scenario?: ScenarioName | MockState | undefined;
  /**
   * How creations and deletions proceed, or how each stage does. The cloud takes 10 to 20 seconds as a rule, and up to
   * 2 minutes by its own account.
   *
   * @default `{ endpoint_service: 'time(3s)', endpoint: 'time(3s)' }`, and all else is immediate
   */
  transitions?: Transition | Partial<Transitions> | undefined;
  /**
   * How the clock moves: `system` with the machine's, `manual` only by `clock.advance`, from 1 January 2026 on.
   *
   * @default 'system'
   */
  clock?: ClockMode | undefined;
  /**
   * What IDs and chance are made from, up to 1000 characters: with the same seed, the same calls get the same IDs.
   *
   * @default 'vpcep'
   */
  seed?: string | undefined;
  /**
   * The region that is in the names of services: letters, digits, hyphens and underscores, up to 64.
   *
   * @default 'cn-north-4'
   */
  region?: string | undefined;
  /**
   * Whether it is without the calls that the document has for other regions than `region` alone: they are answered like any
   * path that there is not, with status 404 and `APIGW.0101`.
   *
   * @default false
   */
  regional?: boolean | undefined;
  /**
   * How many resources of each kind a project may have, up to 1,000,000,000.
   *
   * @default 100 endpoint services and 150 endpoints
   */
  quotas?: Partial<Quotas> | undefined;
  /**
   * Whose requests are let in: with `any`, all that have a token or a signature, whatever it is; with `strict`, only
   * those with {@link demoCredentials}; or only those with the credentials that are given. By the machine's clock, since
   * clients sign by it too.
   *
   * @default 'any'
   */
  auth?: AuthMode | KnownCredentials | undefined;
  /**
   * What becomes of fields of bodies that the document does not know: `refuse` answers 400; `warn` lets them through, keeps
   * those of a body itself with the resource that it creates or changes, shows them with it, and logs their names.
   *
   * @default 'refuse'
   */
  unknownFields?: 'refuse' | 'warn' | undefined;
  /**
   * A folder in which it keeps what it remembers, so that it goes on from there when it is started again. It may be new;
   * `scenario` counts only then. What a request changes is written before its answer is sent; what is changed from code,
   * with the next answer or by `close`.
   *
   * @default it forgets everything when it stops
   */
  persist?: string | undefined;
  /**
   * Where replicas of one mock meet: the URL of Redis or Valkey with a name, such as `redis://127.0.0.1:6379/0?name=team`. All
   * replicas of that name are one mock: what one has answered, all have done. What its methods would change is told over HTTP,
   * with `connectMock`. Not with `persist` or `watch`, nor with `stateful: false`.
   *
   * @default it is a mock of its own
   */
  shared?: string | undefined;
  /**
   * Takes an entry for every request, and for what else a person would want to see. When it throws, or rejects, the mock
   * goes on, and warns once on the console.
   *
   * @default nothing is logged
   */
  log?: Log | undefined;
}

/** The options that are there in any case, once their defaults are filled in. */
type GivenOptions = {
  readonly [
    Name in Exclude<
      keyof MockOptions,
      'cert' | 'key' | 'document' | 'asOf' | 'persist' | 'shared' | 'transitions' | 'quotas'
    >
  ]-?: Exclude<MockOptions[Name], undefined>;
};

/** What a mock is started with: its options, with the defaults of those that were left out. */
export interface MockSettings extends GivenOptions {
  readonly cert: string | undefined;
  readonly key: string | undefined;
  readonly document: string | undefined;
  readonly asOf: LaterState | undefined;
  readonly persist: string | undefined;
  readonly shared: string | undefined;
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
 * @param own - the rules of options that not every mock has.
 * @throws MockStartError when one is not known or not valid, or two do not go together.
 */
export function readOptions(options: MockOptions, own: OptionRules = {}): MockSettings {
  checkOptions(options, { ...rules, ...own });
  const { stateful = true, document, asOf, persist, shared, watch = false, log } = options;
  if (persist !== undefined && !stateful) {
    throw new MockStartError('persist needs a mock that remembers; leave out one of persist and stateful: false');
  }
  if (asOf !== undefined && document !== undefined) {
    throw new MockStartError('asOf is about the document of the mock; leave out one of asOf and document');
  }
  const { transitions, quotas } = options;
  const asked = {
    transitions: readTransitions(
      typeof transitions === 'string' ? { endpoint_service: transitions, endpoint: transitions } : transitions,
    ),
    quotas: readQuotas(quotas),
  };
  return {
    port: options.port ?? 4010,
    host: options.host ?? '127.0.0.1',
    allowedHosts: options.allowedHosts ?? [],
    allowedOrigins: options.allowedOrigins ?? [],
    cert: options.cert,
    key: options.key,
    document,
    allowRemoteRefs: options.allowRemoteRefs ?? false,
    asOf,
    watch,
    stateful,
    scenario: options.scenario ?? 'empty',
    clock: options.clock ?? 'system',
    seed: options.seed ?? 'vpcep',
    region: options.region ?? 'cn-north-4',
    regional: options.regional ?? false,
    auth: options.auth ?? 'any',
    unknownFields: options.unknownFields ?? 'refuse',
    persist,
    shared,
    log: log === undefined ? () => undefined : createSafeLog(log),
    defaults: {
      transitions: { ...defaultTransitions, ...asked.transitions },
      quotas: { endpoint_service: 100, endpoint: 150, ...asked.quotas },
    },
    asked,
  };
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What may be an object too, which is looked at closely where it is used. */
const objectsToo: Readonly<Record<string, string>> = { scenario: 'a state', auth: 'known credentials' };

type OptionRules = { readonly [Name in keyof MockOptions]?: OptionRule<unknown> };

/** The rules of options, those of a shape of their own too. */
const rules: OptionRules = {
  ...optionRules,
  transitions: {
    rule: `${transitionRule}, or an object of them by stage`,
    holds: (value): value is unknown => isObject(value) || (typeof value === 'string' && isTransition(value)),
  },
  quotas: { rule: 'an object with a number for each kind', holds: isObject },
  log: {
    rule: 'a function that takes an entry',
    holds: (value): value is unknown => typeof value === 'function',
  },
};
/** Refuses options that there are not, and values that are none of theirs. Those who write JavaScript have no types. */
function checkOptions(options: unknown, ruled: OptionRules): void {
  if (!isObject(options)) throw new MockStartError(`the options must be an object, not ${shownValue(options)}`);
  for (const [name, value] of Object.entries(options) as [string, unknown][]) {
    const ruleOfOption = Object.entries(ruled).find(([known]) => known === name)?.[1];
    if (ruleOfOption === undefined) {
      const hint = askForNearest(name, Object.keys(ruled));
      throw new MockStartError(`there is no option ${shownText(name)}${hint}`);
    }
    const { rule, holds } = ruleOfOption;
    const alternative = objectsToo[name];
    if (value === undefined || holds(value) || (alternative !== undefined && isObject(value))) continue;
    const hint = name === 'scenario' && typeof value === 'string' ? askForNearest(value, scenarioNames) : '';
    // Who takes that for the place of a token shall not read it in a log, nor a password in a URL.
    const but = name === 'auth' || name === 'shared' ? '' : `, not ${shownValue(value)}`;
    throw new MockStartError(`${name} must be ${rule}${alternative ? `, or ${alternative}` : ''}${but}${hint}`);
  }
}

function readTransitions(given: Partial<Transitions> = {}): Partial<Transitions> {
  const transitions: Partial<Transitions> = {};
  for (const [stage, transition] of Object.entries(given) as [string, unknown][]) {
    if (transition === undefined) continue;
    if (!isStage(stage)) {
      throw new MockStartError(`transitions must be of ${stages.join(', ')}, not of ${shownText(stage)}`);
    }
    if (typeof transition !== 'string' || !isTransition(transition)) {
      throw new MockStartError(`transitions must be ${transitionRule}, not ${shownValue(transition)}`);
    }
    transitions[stage] = transition;
  }
  return transitions;
}

function readQuotas(given: Partial<Quotas> = {}): Partial<Quotas> {
  const quotas: Partial<Quotas> = {};
  for (const [kind, quota] of Object.entries(given) as [string, unknown][]) {
    if (quota === undefined) continue;
    if (!isKind(kind)) throw new MockStartError(`quotas must be of ${kinds.join(', ')}, not of ${shownText(kind)}`);
    if (!quotaRule.holds(quota)) {
      throw new MockStartError(`quotas.${kind} must be ${quotaRule.rule}, not ${shownValue(quota)}`);
    }
    quotas[kind] = quota;
  }
  return quotas;
}
