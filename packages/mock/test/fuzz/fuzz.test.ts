import { Agent } from 'node:http';
import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchange } from '../raw-http.js';
import { statusOf } from './document.js';
import { mutated } from './mutations.js';
import { isErrorBody, judge, type Verdict } from './oracle.js';
import { startMockProcess, type MockProcess } from './mock-process.js';
import { send, serialize, type Wire } from './wire.js';

/** How many requests are tried. */
const requests = scaled(2_000, 40_000);
/** A failure prints what to set FUZZ_SEED to, so that it happens again. */
const seed = process.env['FUZZ_SEED'] === undefined ? {} : { seed: Number(process.env['FUZZ_SEED']) };
const batch = 100;

let mock: MockProcess;
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
beforeAll(async () => {
  mock = await startMockProcess();
});
afterAll(async () => {
  agent.destroy();
  expect(mock.isAlive()).toBe(true);
  await mock.stop();
});

/** Asserts a property. A failure names its request, so that nothing is gained by making the others smaller. */
async function keeps<T>(property: fc.IAsyncProperty<T>, numRuns: number): Promise<void> {
  const { failed, seed: used, errorInstance } = await fc.check(property, { numRuns, endOnFailure: true, ...seed });
  if (failed) throw new Error(`FUZZ_SEED=${used} shows again that ${String(errorInstance)}`, { cause: errorInstance });
}

const control = async (method: string, path: string) => (await fetch(`${mock.url}/_mock/${path}`, { method })).text();

/** Codes of the gateway, and the statuses of each here; those of the service have the one of the catalogue. */
const ofGateway: Record<string, number[]> = { 'APIGW.0101': [404, 405], 'APIGW.0201': [400, 413, 415, 417, 431] };

function checkErrorResponse(status: number, text: string, { operation }: Verdict) {
  const body: unknown = JSON.parse(text);
  if (!isErrorBody(body)) throw new Error('the error response is not in the shape of the API');
  const { error_code: code, error_msg: message } = body;
  expect(ofGateway[code] ?? [statusOf.get(code)]).toContain(status);
  expect(message.length).toBeLessThan(20_000);
  if (operation !== undefined && code.startsWith('End')) expect(operation.codes).toContain(code);
  return { code, message };
}

/** Sends a request, and compares the answer with what the document says. */
async function check(wire: Wire, verdict: Verdict): Promise<void> {
  let answer = '';
  try {
    const { status, text } = await send(agent, mock.url, wire);
    answer = `${status} ${text}`;
    if (wire.method === 'OPTIONS') {
      expect(status).toBe(204);
    } else if (verdict.flaws.length > 0) {
      const fitting = verdict.flaws.filter((flaw) => flaw.status === status);
      expect(fitting).not.toEqual([]);
      if (wire.method === 'HEAD') return;
      const { code, message } = checkErrorResponse(status, text, verdict);
      expect(fitting.flatMap(({ names }) => names).some((name) => message.includes(name))).toBe(true);
      const [flaw, ...others] = verdict.flaws;
      if (flaw?.code !== undefined && others.length === 0) expect(code).toBe(flaw.code);
    } else if (status >= 400) {
      expect(status).toBeLessThan(500);
      if (wire.method === 'HEAD') return;
      const { code } = checkErrorResponse(status, text, verdict);
      expect(verdict.operation?.codesOfRules).not.toContain(code);
    } else expect(verdict.operation?.responses).toContain(status);
  } catch (error) {
    const short = (value: string) => (value.length > 2_000 ? `${value.slice(0, 2_000)}…` : value);
    const sent = short(JSON.stringify({ ...wire, body: wire.body?.toString() }));
    throw new Error(`${short(answer)}\nis the wrong answer to ${sent}\nby ${JSON.stringify(verdict.flaws)}`, {
      cause: error,
    });
  }
}

test(
  'whatever is wrong with a request, it is refused as the document says, and changes nothing',
  { timeout: 3_600_000 },
  async () => {
    const counts = { refused: 0, valid: 0 };
    const heaps: number[] = [];
    await keeps(
      fc.asyncProperty(fc.array(mutated, { minLength: batch, maxLength: batch }), async (wires) => {
        const judged = wires.map((wire) => [wire, judge(wire)] as const);
        const invalid = judged.filter(([, { flaws }]) => flaws.length > 0);
        const valid = judged.filter(([, { flaws }]) => flaws.length === 0);
        const before = await control('GET', 'state');
        await Promise.all(invalid.map(([wire, verdict]) => check(wire, verdict)));
        expect(await control('GET', 'state')).toBe(before);
        await Promise.all(valid.map(([wire, verdict]) => check(wire, verdict)));
        await control('POST', 'reset');
        counts.refused += invalid.length;
        counts.valid += valid.length;
        if ((counts.refused + counts.valid) % (requests / 10) === 0) heaps.push(await mock.heap());
      }),
      Math.ceil(requests / batch),
    );
    // A change that leaves a request valid must stay the exception.
    expect(counts.refused).toBeGreaterThan(counts.valid);
    const megabytes = heaps.map((bytes) => (bytes / 2 ** 20).toFixed(1)).join(', ');
    console.log(`${counts.refused} invalid requests, ${counts.valid} valid ones; heap in MiB: ${megabytes}`);
    expect(heaps).toHaveLength(10);
    // By the half, all code is loaded and compiled. One kilobyte kept of each request would be too much.
    const [half = 0, last = Infinity] = [heaps.at(4), heaps.at(-1)];
    expect(last - half).toBeLessThan(2 * 2 ** 20);
  },
);

/** Breaks the bytes of a request that is refused anyway, as it has no credentials. */
const brokenBytes = fc
  .tuple(
    mutated.map((wire) => serialize({ ...wire, headers: { 'Content-Type': 'application/json' } })),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.oneof(
          fc.uint8Array({ maxLength: 8 }),
          fc
            .constantFrom(
              '\r\n',
              '\n',
              '\0',
              ' ',
              ':',
              'Content-Length: 5\r\n',
              'Transfer-Encoding: chunked\r\n',
              'HTTP/9.9',
            )
            .map((text) => Buffer.from(text)),
        ),
        fc.nat({ max: 12 }),
      ),
      { maxLength: 3 },
    ),
    fc.constantFrom(1, 1, 1, 2, 5),
    fc.option(fc.nat(), { freq: 3 }),
  )
  .map(([bytes, changes, times, cut]) => {
    const broken = changes.reduce<Buffer>((text, [at, added, dropped]) => {
      const index = at % Math.min(text.length, 400);
      return Buffer.concat([text.subarray(0, index), added, text.subarray(index + dropped)]);
    }, bytes);
    const pipelined = Buffer.concat(Array.from({ length: times }, () => broken));
    return cut === null ? pipelined : pipelined.subarray(0, cut % pipelined.length);
  });
const garbage = fc.uint8Array({ minLength: 1, maxLength: 300 }).map((bytes) => Buffer.from(bytes));

test(
  'whatever bytes arrive, each answer is in the shape of the API, and no connection is left open',
  { timeout: 3_600_000 },
  async () => {
    const before = await control('GET', 'state');
    await keeps(
      fc.asyncProperty(
        fc.array(fc.oneof({ weight: 4, arbitrary: brokenBytes }, { weight: 1, arbitrary: garbage }), {
          minLength: 20,
          maxLength: 20,
        }),
        async (all) => {
          await Promise.all(
            all.map(async (bytes) => {
              for (const { status, text } of await exchange(mock.url, bytes, { halfClose: true })) {
                const sent = bytes.toString('latin1').slice(0, 2_000);
                expect(status, sent).toBeLessThan(500);
                if (status < 400 || text === '') continue;
                expect(isErrorBody(JSON.parse(text)), `${text}\nto ${sent}`).toBe(true);
              }
            }),
          );
        },
      ),
      Math.ceil(requests / 200),
    );
    expect(await control('GET', 'state')).toBe(before);
  },
);
