import type { Fault, FaultCount, ScenarioName } from '@vpcep/mock';
import * as v from 'valibot';
import type { Connection } from '../configuration/connection-context.js';

const faultsSchema = v.object({
  faults: v.array(v.looseObject({})),
  counts: v.array(v.object({ calls: v.number(), hits: v.number() })),
});

const clockSchema = v.object({ now: v.string() });
const snapshotsSchema = v.object({
  snapshots: v.array(v.object({ name: v.string(), savedAt: v.string(), services: v.number(), endpoints: v.number() })),
});
const requestsSchema = v.object({
  requests: v.array(
    v.looseObject({
      id: v.number(),
      time: v.string(),
      method: v.string(),
      path: v.string(),
      operation: v.optional(v.string()),
      status: v.optional(v.number()),
      error_code: v.optional(v.string()),
      duration_ms: v.number(),
    }),
  ),
});
const refusalSchema = v.pipe(v.string(), v.parseJson(), v.object({ error_msg: v.string() }));

/** A snapshot, without what it holds. */
export type SnapshotSummary = v.InferOutput<typeof snapshotsSchema>['snapshots'][number];
/** A request that the mock received, and what came of it. */
export type ReceivedRequest = v.InferOutput<typeof requestsSchema>['requests'][number];

/** How many requests are shown, the last ones. */
const requestsShown = 50;

/** A fault that is set, and what became of it. */
export interface ActiveFault {
  readonly fault: Fault;
  readonly count: FaultCount;
}

/** A mock that does not do as it is told. The message is the mock's own. */
export class MockControlError extends Error {
  override name = 'MockControlError';
}

/** Calls the control routes of a mock. */
export function mockControl({ send, baseUrl }: Pick<Connection, 'send' | 'baseUrl'>) {
  async function call(method: string, path: string, body?: object, signal?: AbortSignal): Promise<unknown> {
    const response = await send(`${baseUrl.replace(/\/+$/, '')}/_mock/${path}`, {
      method,
      ...(signal === undefined ? {} : { signal }),
      ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) {
      const refusal = v.safeParse(refusalSchema, text);
      throw new MockControlError(refusal.success ? refusal.output.error_msg : text);
    }
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }
  return {
    async faults(signal?: AbortSignal): Promise<ActiveFault[]> {
      // The mock has checked them when they were set.
      const { faults, counts } = v.parse(faultsSchema, await call('GET', 'faults', undefined, signal));
      return faults.map((fault, index) => ({ fault, count: counts[index] ?? { calls: 0, hits: 0 } }));
    },
    setFaults: (faults: readonly Fault[]) => call('PUT', 'faults', { faults }),
    clearFaults: () => call('DELETE', 'faults'),
    async now(signal?: AbortSignal): Promise<string> {
      return v.parse(clockSchema, await call('GET', 'clock', undefined, signal)).now;
    },
    advance: (length: string) => call('POST', 'clock', { advance: length }),
    async snapshots(signal?: AbortSignal): Promise<SnapshotSummary[]> {
      return v.parse(snapshotsSchema, await call('GET', 'snapshots', undefined, signal)).snapshots;
    },
    saveSnapshot: (name: string) => call('POST', 'snapshots', { save: name }),
    restoreSnapshot: (name: string) => call('POST', 'snapshots', { restore: name }),
    removeSnapshot: (name: string) => call('DELETE', `snapshots/${encodeURIComponent(name)}`),
    /** The last that arrived, the newest first. */
    async requests(operation: string | undefined, signal?: AbortSignal): Promise<ReceivedRequest[]> {
      const query = new URLSearchParams({
        limit: String(requestsShown),
        ...(operation === undefined ? {} : { operation }),
      });
      const found = v.parse(requestsSchema, await call('GET', `requests?${query}`, undefined, signal));
      return found.requests.reverse();
    },
    clearRequests: () => call('DELETE', 'requests'),
    load: (scenario: ScenarioName) => call('PUT', 'state', { scenario }),
  };
}
