import { scaled } from '@vpcep/testing';
import { afterEach, expect, test } from 'vitest';
import { startMockProcess, type MockProcess } from './fuzz/mock-process.js';
import { documentsOfTests, path, small } from './small-document.js';

const { write } = documentsOfTests();
let mock: MockProcess | undefined;
afterEach(() => mock?.stop());

/** A document that weighs something, as does what is made of it, and that is read quickly. */
const numbered = (number: number) => {
  const description = `${number} `.repeat(200_000 / `${number} `.length);
  const name = `member${number}`;
  const thing = { type: 'object', description, required: [name], properties: { [name]: { const: number } } };
  return small(thing, { info: { title: 'Things', version: '1' } });
};

// It takes seconds: each change is waited for as the mock does, and readers of schemas are replaced only after many.
test('memory does not grow with reloads', { timeout: 120_000 }, async () => {
  const file = write(numbered(0));
  const running = (mock = await startMockProcess('--document', file, '--watch'));
  const hash = async () => {
    const health = (await (await fetch(`${running.url}/_mock/health`)).json()) as { documentHash: string };
    return health.documentHash;
  };
  let reloads = 0;
  /** Has the mock use another document, and hold a request and an answer against it. */
  async function reload(): Promise<void> {
    const before = await hash();
    reloads += 1;
    write(numbered(reloads));
    while ((await hash()) === before) await new Promise((wait) => setTimeout(wait, 20));
    const headers = { 'Content-Type': 'application/json', 'X-Auth-Token': 'any' };
    const body = JSON.stringify({ [`member${reloads}`]: reloads });
    const response = await fetch(running.url + path.replace('{id}', '1'), { method: 'POST', headers, body });
    expect(response.status, await response.text()).toBe(200);
  }
  /** The least memory in use in the course of so many reloads: readers of schemas are replaced now and then. */
  async function least(times: number): Promise<number> {
    let bytes = Infinity;
    for (let time = 1; time <= times; time += 1) {
      await reload();
      if (time % 10 === 0) bytes = Math.min(bytes, await running.heap());
    }
    return bytes;
  }
  const times = scaled(60, 300);
  await least(20);
  const early = await least(times);
  const late = await least(times);
  expect((late - early) / times).toBeLessThan(60_000);
});
