import { access } from 'node:fs/promises';
import { once } from 'node:events';
import { isIPv6, type AddressInfo } from 'node:net';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
import { type Behave, createBehave } from './behaviour/behave.js';
import { type Clock, type ClockMode, createClock } from './clock.js';
import { type Contract, createContract } from './contract.js';
import { ControlError } from './control/check.js';
import { type Control, createControl } from './control/control.js';
import { createControlRoutes } from './control/routes.js';
import { createFaults } from './faults.js';
import { documentHash, readOperations } from './generated/document.js';
import { createHttpFront } from './http-front.js';
import type { Log } from './log.js';
import { MockStartError } from './mock-start-error.js';
import type { ScenarioName } from './scenarios/index.js';
import type { MockState } from './store/state.js';
import type { Quotas, Store } from './store/store.js';
import { type Kind, kinds, readTransition, type Transition, transitionRule } from './transition.js';

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
   * Path of an OpenAPI document in JSON or YAML.
   *
   * @default the document that the mock was built from
   */
  document?: string;
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
   * Takes one line for every request.
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
 * @throws MockStartError when the document cannot be read, an option is not valid, or the port cannot be listened on.
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 4010, host = '127.0.0.1', log = () => undefined, stateful = true } = options;
  const mind = createMind(options);
  const contract = await load(options.document, stateful ? mind.behave : undefined);
  const control = readControl(options, mind, contract);
  const health = { status: 'ok', documentHash: options.document === undefined ? documentHash : null };
  const server = createHttpFront({ contract, control: createControlRoutes(health, control), faults: mind.faults, log });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new MockStartError(`cannot listen on ${host}, port ${port}: ${listenProblem(error)}`, { cause: error });
  }
  const address = server.address() as AddressInfo;

  return {
    ...control,
    url: `http://${isIPv6(address.address) ? `[${address.address}]` : address.address}:${address.port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const patience = setTimeout(() => {
        server.closeAllConnections();
      }, 1000);
      await closed;
      clearTimeout(patience);
    },
  };
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

function readControl(options: MockOptions, mind: ReturnType<typeof createMind>, contract: Contract): Control {
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
      ...mind,
      scenario,
      settings: { seed, region },
      defaults: {
        transitions: { endpoint_service: ofKind('endpoint_service'), endpoint: ofKind('endpoint') },
        quotas: { endpoint_service: 100, endpoint: 150, ...quotas },
      },
      operations: contract.operations.flatMap(({ iid }) => iid ?? []),
    });
  } catch (error) {
    if (error instanceof ControlError)
      throw new MockStartError(`cannot use the scenario: ${error.message}`, { cause: error });
    throw error;
  }
}

async function load(path: string | undefined, behave: Behave | undefined): Promise<Contract> {
  if (path === undefined) return createContract(readOperations(), behave);
  try {
    await access(path);
  } catch (error) {
    throw new MockStartError(`cannot read the document ${path}: there is no such file, or it may not be read`, {
      cause: error,
    });
  }
  try {
    return createContract(await getHttpOperationsFromSpec(path), behave);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new MockStartError(`cannot use the document ${path}: ${reason}`, { cause: error });
  }
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
