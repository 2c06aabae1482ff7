import { once } from 'node:events';
import type { Server } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';
import { type AuthMode, createAuthentication } from './authentication/authenticate.js';
import type { KnownCredentials } from './authentication/credentials.js';
import { createBehave } from './behaviour/behave.js';
import { type Clock, type ClockMode, createClock } from './clock.js';
import { openContract } from './contract/current-contract.js';
import { type Control, type Controlled, createControl } from './control/control.js';
import { createFaults } from './faults.js';
import type { Log } from './log/log.js';
import { MockStartError } from './mock-start-error.js';
import type { Keeper } from './persistence/keeper.js';
import { openPersistence, resumeClock } from './persistence/persistence.js';
import type { ScenarioName } from './scenarios/index.js';
import { createControlRoutes } from './server/control-routes.js';
import { createHttpServer } from './server/http-server.js';
import type { MockState } from './store/state.js';
import type { Quotas, Store } from './store/store.js';
import { type Kind, kinds, readTransition, type Transition, transitionRule } from './transition.js';
import { ControlError } from './value-check.js';

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
   * How creations and deletions proceed, for all kinds of resources or for each. The cloud takes 1 to 2 minutes.
   *
   * @default 'time(3s)'
   */
  transitions?: Transition | Partial<Record<Kind, Transition>>;
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

/** A mock that is running, and what it can be told. Without a memory, what it can be told has no effect on answers. */
export interface Mock extends Control {
  /** Where it listens, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Stops it: requests under way are answered, within a second, and no more are taken. */
  close(): Promise<void>;
}

/**
 * Starts the mock server and resolves once it takes requests.
 *
 * @throws MockStartError when the document cannot be read, an option is not valid, the folder of `persist` cannot be used,
 * or the port cannot be listened on.
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 4010, host = '127.0.0.1', log = () => undefined, stateful = true } = options;
  if (options.persist !== undefined && !stateful) {
    throw new MockStartError('persist needs a mock that remembers; leave out one of persist and stateful: false');
  }
  const authentication = createAuthentication(options.auth ?? 'any');
  const mind = createMind(options);
  const contract = await openContract({
    path: options.document,
    watch: options.watch ?? false,
    behave: stateful ? mind.behave : undefined,
    log,
  });
  const opened: { close(): Promise<void> }[] = [contract];
  async function closeOpened(): Promise<void> {
    for (const one of opened.reverse()) await one.close();
  }

  try {
    const operations = () => contract.get().operations.flatMap(({ iid }) => iid ?? []);
    const { control, keeper } = await createMemory(options, { ...mind, authentication, operations });
    if (keeper !== undefined) opened.push(keeper);
    const server = createHttpServer({
      authentication,
      contract: () => contract.get(),
      control: createControlRoutes(() => ({ status: 'ok', ...contract.health() }), control),
      faults: mind.faults,
      log,
      kept: () => keeper?.written(),
    });
    const url = await listen(server, host, port);
    log({ event: 'listening', time: new Date().toISOString(), url });
    return {
      ...control,
      url,
      async close() {
        await stop(server);
        await closeOpened();
      },
    };
  } catch (error) {
    await closeOpened();
    throw error;
  }
}

/** Has a server listen, and returns where. */
async function listen(server: Server, host: string, port: number): Promise<string> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new MockStartError(`cannot listen on ${host}, port ${port}: ${listenProblem(error)}`, { cause: error });
  }
  const address = server.address() as AddressInfo;
  return `http://${isIPv6(address.address) ? `[${address.address}]` : address.address}:${address.port}`;
}

/** Stops a server, once it has answered what is under way, or has not within a second. */
async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const patience = setTimeout(() => {
    server.closeAllConnections();
  }, 1000);
  await closed;
  clearTimeout(patience);
}

/** What the mock remembers and lives by, each of which may be replaced while it runs. */
function createMind({ clock: mode = 'system', seed = 'vpcep' }: MockOptions) {
  let clock: Clock = createClock(mode);
  let current: Store | undefined;
  const store = () => {
    if (current === undefined) throw new Error('the mock was asked before it had a state');
    return current;
  };
  return {
    clock: () => clock,
    restartClock() {
      clock = createClock(mode);
    },
    store,
    replace(next: Store) {
      current = next;
    },
    faults: createFaults(seed),
    behave: createBehave(store),
  };
}

/** Everything that a mock lives by. */
type Life = ReturnType<typeof createMind> & Pick<Controlled, 'authentication' | 'operations'>;

/** Puts a mock into its first state: that of an earlier run, where it is kept, or that of the scenario. */
async function createMemory(options: MockOptions, life: Life): Promise<{ control: Control; keeper?: Keeper }> {
  if (options.persist === undefined) return { control: readControl(options, { ...life, kept: undefined }) };
  const { database, kept, keep } = await openPersistence(options.persist);
  try {
    if (kept !== undefined) resumeClock(life.clock(), kept.whole.clock);
    const control = readControl(options, { ...life, kept: kept?.state });
    if (kept !== undefined) adjust(life.store(), options);
    const keeper = keep(life.store);
    await keeper.written();
    return { control, keeper };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function readControl(options: MockOptions, life: Life & Pick<Controlled, 'kept'>): Control {
  const { seed = 'vpcep', region = 'cn-north-4', scenario = 'empty', transitions = {}, quotas } = options;
  const ofKind = (kind: Kind): Transition =>
    (typeof transitions === 'string' ? transitions : transitions[kind]) ?? 'time(3s)';
  for (const kind of kinds) {
    if (readTransition(ofKind(kind)) === undefined) {
      throw new MockStartError(`transitions must be ${transitionRule}, not '${ofKind(kind)}'`);
    }
  }
  try {
    return createControl({
      ...life,
      scenario,
      settings: { seed, region },
      defaults: {
        transitions: { endpoint_service: ofKind('endpoint_service'), endpoint: ofKind('endpoint') },
        quotas: { endpoint_service: 100, endpoint: 150, ...quotas },
      },
    });
  } catch (error) {
    if (error instanceof ControlError)
      throw new MockStartError(`cannot use the scenario: ${error.message}`, { cause: error });
    throw error;
  }
}

/** What is asked for at a start counts for a state from an earlier run too. */
function adjust(store: Store, { transitions = {}, quotas }: MockOptions): void {
  for (const kind of kinds) {
    const transition = typeof transitions === 'string' ? transitions : transitions[kind];
    if (transition !== undefined) store.transitions[kind] = transition;
  }
  Object.assign(store.quotas, quotas);
}

function listenProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return 'the port is in use; stop what uses it, or choose another with --port (0 takes a free one)';
  if (code === 'EACCES') return 'the port needs more rights; choose one above 1023 with --port';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'this machine has no such address; choose another with --host';
  return error instanceof Error ? error.message : String(error);
}
