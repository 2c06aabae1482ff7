import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { launchChromium } from '@vpcep/chromium';
import { requests } from './requests.js';

const script = readFileSync(fileURLToPath(new URL('../dist/browser.js', import.meta.url)));

/** What has loaded the file when it is asked to run it. */
const html = '<!doctype html><title>A page</title><link rel="modulepreload" href="/browser.js">';

/** How long the mock in a page takes to be ready, in milliseconds. */
export interface ReadyInPage {
  /** To run its file, which is loaded already. */
  readonly run: number;
  /** From `createMock()` to the first answer. */
  readonly answer: number;
}

/** Makes a mock in a new page each time, on a processor that is slowed so many times. */
export async function measureInPage(slowed: number, rounds: number): Promise<ReadyInPage[]> {
  const server = createServer(({ url }, response) => {
    const [type, body] = url === '/browser.js' ? ['text/javascript', script] : ['text/html', html];
    response.writeHead(200, { 'Content-Type': type }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await launchChromium();
  const measured: ReadyInPage[] = [];
  for (let round = 0; round < rounds; round++) measured.push(await measureOnce(browser, origin, slowed));
  await browser.close();
  server.close();
  return measured;
}

async function measureOnce(browser: Browser, origin: string, slowed: number): Promise<ReadyInPage> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(origin, { waitUntil: 'networkidle' });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  const { path, headers } = requests.list;
  const measured = await page.evaluate(
    async ([file, url, sent]) => {
      const started = performance.now();
      const { createMock } = (await import(file)) as typeof import('../src/browser.js');
      const run = performance.now();
      const { status } = await createMock().fetch(url, { headers: sent });
      if (status !== 200) throw new Error(`the mock in the page answers with ${status}`);
      return { run: run - started, answer: performance.now() - run };
    },
    ['/browser.js', `https://vpcep.cn-north-4.myhuaweicloud.com${path}`, headers] as const,
  );
  await context.close();
  return measured;
}
