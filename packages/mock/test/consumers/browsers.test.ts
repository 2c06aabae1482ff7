import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { startMock } from '../../src/index.js';
import { serviceBody } from '../api.js';
import { allowedRequests, brokenRequests } from '../broken-requests.js';
import { browsers, openIn, type PlainBrowser } from './browsers.js';

/** A request of which the answer has no ID of the request in it. */
interface Asked {
  readonly url: string;
  readonly init: { readonly method: string; readonly headers: Record<string, string>; readonly body?: string };
}

/** What a page has reported; or what has kept it from that. */
interface Report {
  readonly problem?: string;
  readonly answers: readonly { readonly status: number; readonly text: string }[];
  readonly state: unknown;
  readonly persisted: number;
}

const path = '/v1/owner/vpc-endpoint-services';
const ask = (url: string, method = 'GET', body?: unknown): Asked => ({
  url,
  init: {
    method,
    headers: { 'X-Auth-Token': 'any', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  },
});

/** Good requests and broken ones, and what comes of them. */
const asked: readonly Asked[] = [
  ...[1, 2].map((number) => ask(path, 'POST', serviceBody(number))),
  ...[...allowedRequests.map(([, body]) => body), ...brokenRequests.map(([, , body]) => body)].map((body) =>
    ask(path, 'POST', body),
  ),
  ...['?limit=2', '?limit=-1', '?sort_key=none', '/not-there'].map((rest) => ask(path + rest)),
];

const built = (file: string) => readFileSync(new URL(`../../dist/${file}`, import.meta.url));
const files: Readonly<Record<string, readonly [type: string, content: string | Buffer]>> = {
  '/': ['text/html', '<!doctype html><title>A page</title><script type="module" src="/exchange.js"></script>'],
  '/exchange.js': ['text/javascript', readFileSync(new URL('exchange.page.js', import.meta.url))],
  '/browser.js': ['text/javascript', built('browser.js')],
  '/requests.json': [
    'application/json',
    JSON.stringify(asked.map(({ url, init }) => ({ url: `https://vpcep.cn-north-4.myhuaweicloud.com${url}`, init }))),
  ],
};

/** Opens the page in a browser, and waits for its report. */
async function reportOf(browser: PlainBrowser): Promise<Report> {
  const server = createServer((request, response) => {
    if (request.url === '/report') {
      void text(request).then((report) => {
        response.end();
        server.emit('report', JSON.parse(report));
      });
      return;
    }
    const [type, content] = files[request.url ?? ''] ?? [];
    if (type === undefined) response.writeHead(404).end();
    else {
      const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";
      response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy }).end(content);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const opened = openIn(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  try {
    return await new Promise<Report>((resolve, reject) => {
      server.once('report', resolve);
      opened.process.once('error', reject);
      opened.process.once('exit', (code) => {
        reject(new Error(`${browser.name} ended with ${String(code)} before its page had reported`));
      });
    });
  } finally {
    await opened.close();
    server.closeAllConnections();
    server.close();
  }
}

test.each(browsers)('in a page of $name, the mock gives the answers that it gives on a server', async (browser) => {
  const mock = await startMock({ port: 0, clock: 'manual', scenario: 'busy' });
  const expected = [];
  for (const { url, init } of asked) {
    const response = await fetch(mock.url + url, init);
    expected.push({ status: response.status, text: await response.text() });
  }
  const { problem, answers, state, persisted } = await reportOf(browser);
  expect(problem).toBeUndefined();
  expect(answers).toEqual(expected);
  expect(state).toEqual(JSON.parse(JSON.stringify(mock.state())));
  expect(persisted).toBe(1);
  await mock.close();
});
