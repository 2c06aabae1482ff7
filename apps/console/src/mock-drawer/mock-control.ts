import type { Fault, FaultCount, ScenarioName } from '@vpcep/mock';
import * as v from 'valibot';
import type { Connection } from '../configuration/connection-context.js';

const faultsSchema = v.object({
  faults: v.array(v.looseObject({})),
  counts: v.array(v.object({ calls: v.number(), hits: v.number() })),
});

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
    if (!response.ok) throw new MockControlError(text);
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
    load: (scenario: ScenarioName) => call('PUT', 'state', { scenario }),
  };
}
