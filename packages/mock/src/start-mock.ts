import { answeringOf } from './answering-of.js';
import { openContract } from './contract/current-contract.js';
import type { Control } from './control/control.js';
import { createCore } from './core/core.js';
import { openWorlds } from './open-worlds.js';
import { type MockOptions, readOptions } from './options.js';
import { serverOptionRules } from './server-option-rules.js';
import { readCertificate } from './server/certificate.js';
import { createControlGate } from './server/control-gate.js';
import { createHttpServer } from './server/http-server.js';
import { listen } from './server/listen.js';
import { checkApart } from './shared/check-apart.js';
import { toldOverHttp } from './shared/told-over-http.js';
import type { WorldsControl } from './worlds/mock-world.js';

/** A mock that is running, and what it can be told. Without a memory, what it can be told has no effect on answers. */
export interface Mock extends Control, WorldsControl {
  /** Where it listens, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  /**
   * Stops it, and its worlds: no more requests are taken, and within a second those under way are answered or cut off, whatever holds them
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
  const settings = readOptions(options, serverOptionRules);
  checkApart(settings);
  const { log } = settings;
  const certificate = readCertificate(settings.cert, settings.key);
  const contract = await openContract({
    path: settings.document,
    allowRemoteRefs: settings.allowRemoteRefs,
    asOf: settings.asOf,
    watch: settings.watch,
    answering: answeringOf(settings),
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
    const warn = (message: string) => {
      log({ event: 'warning', time: new Date().toISOString(), message });
    };
    const { worlds, sharing, opening } = await openWorlds({ settings, contract, url: () => url, warn });
    opened.push(...opening);
    const core = createCore({ contract: () => contract.get(), worlds, log, sharing });
    const { server, stop } = createHttpServer(core, {
      gate: createControlGate(settings),
      certificate,
      onFailure(error) {
        warn(`The mock failed, not you, and goes on: ${error instanceof Error ? String(error.stack) : String(error)}`);
      },
    });
    const { url, warning } = await listen(server, settings.host, settings.port, warn);
    log({ event: 'listening', time: new Date().toISOString(), url });
    if (warning !== undefined) warn(warning);
    let closed: Promise<void> | undefined;
    return {
      ...(sharing === undefined ? worlds.control : toldOverHttp(worlds.control, () => url)),
      url,
      close() {
        worlds.close();
        return (closed ??= stop().then(closeOpened));
      },
    };
  } catch (error) {
    await closeOpened();
    throw error;
  }
}
