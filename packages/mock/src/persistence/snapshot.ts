import { MockStartError } from '../mock-start-error.js';
import type { MockState, StateOfEndpoint, StateOfService } from '../store/state.js';
import { generationKey, kindKey, layout, type StoredResource, type Whole, wholeKey } from './layout.js';
import type { Database } from './open-database.js';

/** What a mock remembered when it ended. */
export interface Snapshot {
  whole: Whole;
  state: MockState;
}

/**
 * Reads the snapshot that a database holds.
 *
 * @returns undefined when it holds none.
 * @throws MockStartError when it cannot be read, or another version of the mock has written it.
 */
export async function readSnapshot(database: Database, folder: string): Promise<Snapshot | undefined> {
  try {
    const text = await database.get(wholeKey);
    if (text === undefined) return undefined;
    const whole = JSON.parse(text) as Whole;
    if (whole.layout !== layout) {
      throw new MockStartError(
        `cannot go on with what is kept in ${folder}: another version of the mock has written it; use that version, or delete the folder to begin anew`,
      );
    }
    const { layout: _, clock: __, generation, resources, ...state } = whole;
    const services = await readAll<StateOfService>(database, kindKey(generation, 'endpoint_service'));
    const endpoints = await readAll<StateOfEndpoint>(database, kindKey(generation, 'endpoint'));
    const complete = services.length === resources.endpoint_service && endpoints.length === resources.endpoint;
    if (!complete) throw new Error('resources are missing');
    // A state that was replaced, and not yet cleared away.
    await database.clear({ gte: 'g', lt: generationKey(generation) });
    return { whole, state: { ...state, services, endpoints } };
  } catch (error) {
    if (error instanceof MockStartError) throw error;
    throw new MockStartError(
      `cannot read what is kept in ${folder}: ${String(error)}; delete the folder to begin anew`,
      { cause: error },
    );
  }
}

/** Reads the resources of a kind, the oldest first. */
async function readAll<T>(database: Database, prefix: string): Promise<T[]> {
  const texts = await database.values({ gte: prefix, lt: `${prefix}~` }).all();
  return texts
    .map((text) => JSON.parse(text) as StoredResource<T>)
    .sort((a, b) => a.created - b.created)
    .map(({ record }) => record);
}
