import { scaled } from '@vpcep/testing';
import { afterEach, expect, test } from 'vitest';
import { startMockProcess, type MockProcess } from './fuzz/mock-process.js';
import { documentsOfTests, path, small } from './small-document.js';

const { write } = documentsOfTests();
let mock: MockProcess | undefined;
afterEach(() => mock?.stop());

/** A document whose validators weigh something. */
const numbered = (number: number) => {
  const properties = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `member${index}`,
      { type: 'string', examples: [''], pattern: `^[a-z]{0,${number + 1}}$` },
    ]),
  );
  return small({ type: 'object', title: `thing ${number}`, required: [`member${number % 60}`], properties });
};

test('memory does not grow with reloads', { timeout: 300_000 }, async () => {
  const file = write(numbered(0));
  const running = (mock = await startMockProcess('--document', file, '--watch'));
  const hash = async () => {
    const health = (await (await fetch(`${running.url}/_mock/health`)).json()) as { documentHash: string };
    return health.documentHash;
  };
  let reloads = 0;
  /** Has the mock use other documents, and hold a request and an answer against each. */
  async function reload(times: number): Promise<number> {
    for (let time = 0; time < times; time += 1) {
      const before = await hash();
      reloads += 1;
      write(numbered(reloads));
      while ((await hash()) === before) await new Promise((wait) => setTimeout(wait, 10));
      const headers = { 'Content-Type': 'application/json', 'X-Auth-Token': 'any' };
      const body = JSON.stringify({ [`member${reloads % 60}`]: '' });
      const response = await fetch(running.url + path.replace('{id}', '1'), { method: 'POST', headers, body });
      expect(response.status).toBe(200);
    }
    return running.heap();
  }
  // As many as readers of schemas live for.
  const early = await reload(scaled(40, 120));
  const late = await reload(scaled(40, 240));
  const grown = (late - early) / scaled(40, 240);
  expect(grown).toBeLessThan(20_000);
});
