import { createAuthentication } from './authentication/authenticate.js';
import { behave } from './behaviour/behave.js';
import { unknownFields } from './behaviour/unknown-fields.js';
import { openContract } from './contract/current-contract.js';
import { faultyOperations } from './contract/faulty-operations.js';
import { createControlRoutes } from './control/control-routes.js';
import type { Control } from './control/control.js';
import { createCore } from './core/core.js';
import { createIam } from './iam/iam.js';
import { enterInitialState } from './initial-state.js';
import type { Keeping } from './keeping.js';
import { type MockOptions, readOptions } from './options.js';
import { createRuntime } from './runtime.js';
import { readCertificate } from './server/certificate.js';
import { createControlGate } from './server/control-gate.js';
import { createHttpServer } from './server/http-server.js';
import { listen } from './server/listen.js';

/** A mock that is running, and what it can be told. Without a memory, what it can be told has no effect on answers. */
export interface Mock extends Control {
  /** Where it listens, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /**
   * Stops it: no more requests are taken, and within a second those under way are answered or cut off, whatever holds them
   * back. With `persist`, what was changed from code is written before it resolves. Stopping it again is the same.
   *
   * @throws Error when the folder of `persist` is gone or cannot be written, so that what it should keep is lost.
   */
  close(): Promise<void>;
}

/**
 * Starts the mock server and resolves once it takes requests.
 *
 * @throws MockStartError when the document cannot be read, an option is not valid, the folder of `persist` cannot be used,
 * or the port cannot be listened on.
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const settings = readOptions(options);
  const { log } = settings;
  const certificate = readCertificate(settings.cert, settings.key);
  const runtime = createRuntime(settings);
  const authentication = createAuthentication(settings.auth, runtime.clock);
  const contract = await openContract({
    path: settings.document,
    allowRemoteRefs: settings.allowRemoteRefs,
    asOf: settings.asOf,
    watch: settings.watch,
    answering: {
      behave: settings.stateful ? behave : undefined,
      region: settings.regional ? settings.region : undefined,
      unknownFields: settings.unknownFields === 'warn' ? unknownFields : undefined,
    },
    log,
  });
  const opened: { close(): Promise<void> }[] = [contract];
  async function closeOpened(): Promise<void> {
    try {
      await opened.pop()?.close();
    } finally {
      if (opened.length > 0) await closeOpened();
    }
  }

  try {
    const iam = createIam(settings.region, authentication);
    const operations = () => [...faultyOperations(contract.get().operations), ...iam.operations];
    const { control, writer } = await enterInitialState(settings, { runtime, authentication, operations });
    if (writer !== undefined) opened.push(writer);
    const core = createCore({
      contract: () => contract.get(),
      control: createControlRoutes(() => ({ status: 'ok', ...contract.health(), ...healthOf(writer) }), control),
      world: { runtime, authentication, iam, control, keeping: writer },
      log,
    });
    const { server, stop } = createHttpServer(core, { gate: createControlGate(settings), certificate });
    const warn = (message: string) => {
      log({ event: 'warning', time: new Date().toISOString(), message });
    };
    const { url, warning } = await listen(server, settings.host, settings.port, warn);
    log({ event: 'listening', time: new Date().toISOString(), url });
    if (warning !== undefined) warn(warning);
    let closed: Promise<void> | undefined;
    return {
      ...control,
      url,
      close: () => (closed ??= stop().then(closeOpened)),
    };
  } catch (error) {
    await closeOpened();
    throw error;
  }
}

/** What the health of the mock says about the folder in which it keeps what it remembers. */
function healthOf(keeping: Keeping | undefined): { persistenceProblem?: string } {
  const problem = keeping?.problem();
  return problem === undefined ? {} : { persistenceProblem: problem };
}
