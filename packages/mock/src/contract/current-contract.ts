import { dirname, resolve } from 'node:path';
import { describeProblems, type ReadDocument, readDocument } from '../document/read-document.js';
import { readOperations as operationsIn } from '../document/read-operations.js';
import { createValidators } from '../document/validators.js';
import { documentHash, type LaterState, readLaterOperations, readOperations } from '../generated/document.js';
import type { Log } from '../log/log.js';
import { MockStartError } from '../mock-start-error.js';
import { type Answering, type Contract, createContract } from './contract.js';
import { ownContract } from './own-contract.js';
import { createPrismValidation } from './prism.js';
import { prepared } from './requests.js';
import { watchFiles } from './watch-files.js';

/** The contract by which the mock answers at present, and the document that it comes from. */
export interface CurrentContract {
  get(): Contract;
  /** What the health of the mock says about the document. */
  health(): { documentHash: string; documentProblem?: string };
  /** Stops watching. */
  close(): Promise<void>;
}

/** Where the contract comes from. */
export interface ContractSource {
  /** The path of a document; without one, it is the document that the mock was built from. */
  readonly path: string | undefined;
  /** Whether it may refer to documents of other hosts. */
  readonly allowRemoteRefs: boolean;
  /** The state of the API that it is answered by; without one, tables 1 to 7. Counts for the mock's own document. */
  readonly asOf: LaterState | undefined;
  /** Whether changes of the document are picked up. */
  readonly watch: boolean;
  readonly answering: Answering;
  readonly log: Log;
}

const messageOf = (error: unknown) => (error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));

/** The contract that was read, or what is wrong with the document. */
function tryContract(read: ReadDocument, answering: Answering): Contract | string {
  if ('problem' in read) return read.problem;
  try {
    const validators = createValidators();
    const operations = operationsIn(read.document, validators);
    return 'problems' in operations
      ? describeProblems(operations.problems)
      : createContract(operations.map(prepared), createPrismValidation(validators), answering);
  } catch (error) {
    return error instanceof RangeError ? 'its schemas are nested too deep' : messageOf(error);
  }
}

/**
 * Loads the document, and keeps up with it when it is to be watched.
 *
 * @throws MockStartError when the document cannot be used.
 */
export async function openContract({
  path,
  allowRemoteRefs,
  asOf,
  watch,
  answering,
  log,
}: ContractSource): Promise<CurrentContract> {
  if (path === undefined) {
    if (watch) throw new MockStartError('there is no document to watch; name one with --document');
    const validation = createPrismValidation(createValidators());
    const contract = ownContract({ readOperations, readLaterOperations }, validation, asOf, answering);
    return { get: () => contract, health: () => ({ documentHash }), close: () => Promise.resolve() };
  }
  const first = await readDocument(path, allowRemoteRefs);
  const contract = tryContract(first, answering);
  if (typeof contract === 'string') throw new MockStartError(`cannot use the document ${path}: ${contract}`);
  let current = { contract, hash: first.hash };
  const health = () => ({ documentHash: current.hash });
  if (!watch) return { get: () => contract, health, close: () => Promise.resolve() };

  let seen = first;
  let problem: string | undefined;
  function reportProblem(file: string, reason: string): void {
    problem = reason;
    log({ event: 'document', time: new Date().toISOString(), document: file, problem });
  }
  async function reload(file: string): Promise<void> {
    let read = seen;
    let files: readonly string[];
    do {
      ({ files } = read);
      // Watching begins before reading, so that no change falls between the two.
      watched.watch(files);
      read = await readDocument(file, allowRemoteRefs);
    } while (read.files.join('\n') !== files.join('\n'));
    if (read.hash === seen.hash) return;
    seen = read;
    const next = tryContract(read, answering);
    if (typeof next === 'string') {
      reportProblem(file, next);
      return;
    }
    problem = undefined;
    current = { contract: next, hash: read.hash };
    const time = new Date().toISOString();
    log({ event: 'document', time, document: file, document_hash: read.hash, operations: next.operations.length });
  }
  let work = Promise.resolve();
  const watched = watchFiles(dirname(resolve(path)), () => {
    work = work
      .then(() => reload(path))
      .catch((error: unknown) => {
        reportProblem(path, messageOf(error));
      });
  });
  try {
    // The document may have changed since it was read.
    await reload(path);
  } catch (error) {
    watched.close();
    throw new MockStartError(`cannot watch the document ${path}: ${messageOf(error)}`, { cause: error });
  }
  return {
    get: () => current.contract,
    health: () => ({ ...health(), ...(problem === undefined ? {} : { documentProblem: problem }) }),
    async close() {
      watched.close();
      await work;
      // What was under way has watched again.
      watched.close();
    },
  };
}
