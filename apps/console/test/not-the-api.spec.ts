import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveConsole } from '../build/serve-console.js';
import { en } from '../src/language/texts/en.js';
import { expect, projects, test } from './console.js';

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const html = { 'Content-Type': 'text/html' };
const json = { 'Content-Type': 'application/json' };
const page = '<!doctype html><title>Welcome</title>';

/** What hosts, proxies and other servers answer where the API is looked for. */
const answers: Readonly<Record<string, Answer>> = {
  'a page of a host that has one for every address': { status: 200, headers: html, body: page },
  'nothing, with success': { status: 200 },
  'a list': { status: 200, headers: json, body: '[]' },
  'a text': { status: 200, headers: json, body: '"ok"' },
  'a page that says that nothing is there': { status: 404, headers: html, body: page },
  'JSON of another server that has nothing there': { status: 404, headers: json, body: '{"message":"no route"}' },
  'a server that takes no such method': { status: 405, headers: html, body: page },
  'a redirect, such as to a page to sign in at': { status: 302, headers: { Location: '/sign-in' } },
};

test('what answers and is not the API is told as such, wherever it is asked, with the way to the settings', async ({
  browser,
  mock,
}) => {
  let answer: Answer | undefined = answers['a list'];
  const server = createServer((request, response) => {
    const { method, url = '/' } = request;
    response.setHeader('Access-Control-Allow-Origin', '*').setHeader('Access-Control-Allow-Headers', '*');
    if (method === 'OPTIONS') response.writeHead(204).end();
    else if (url.startsWith('/_mock')) response.writeHead(404).end();
    else if (answer !== undefined) response.writeHead(answer.status, answer.headers).end(answer.body);
    else {
      void fetch(mock.url + url, { headers: { 'X-Auth-Token': 'any' } }).then(async (real) => {
        response.writeHead(real.status, json).end(await real.text());
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const site = await serveConsole({ baseUrl: url });
  const tab = await browser.newPage();
  const main = tab.getByRole('main');
  const alert = main.getByRole('alert');
  const told = main.locator('[role=alert]:not([data-old])');
  const again = alert.getByRole('button', { name: 'Try again' });

  // Before it is known whether a token is needed; on a page that asks by methods; on one that asks by paths.
  for (const [place, shown] of [
    ['endpoints', '2 found'],
    ['endpoint-services', '4 found'],
    ['quotas', ' of 100 used'],
  ] as const) {
    answer = answers['a list'];
    await tab.goto(`${site.url}#/en/${projects['Web shop']}/${place}`);
    for (const [name, each] of Object.entries(answers)) {
      answer = each;
      await expect(alert, place).toBeVisible();
      // What is shown from now on is another one.
      await alert.evaluate((old) => {
        old.setAttribute('data-old', '');
      });
      await again.click();
      await expect(told, `${name}, at ${place}`).toContainText(en.failures.notTheApi);
      await expect(told).toContainText(en.failure.notTheApiHelp(url));
      await expect(told.getByRole('button', { name: 'Connection settings' })).toBeVisible();
    }
    // A gateway whose service is gone may not even say that.
    answer = { status: 502 };
    await again.click();
    // Once it is tried no more by itself: from then on, only the button leads further.
    await expect(alert).toContainText(en.failures.server);
    await expect(main).not.toContainText(shown);
    answer = undefined;
    await again.click();
    await expect(main).toContainText(shown);
  }

  await tab.close();
  site.close();
  server.close();
  server.closeAllConnections();
});
