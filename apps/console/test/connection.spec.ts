import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { startMock } from '@vpcep/mock';
import { serveConsole } from '../build/serve-console.js';
import { expect, projects, test } from './console.js';

/** An API that is no mock: it has no control routes, and takes one token alone. */
async function serveStrictApi(mockUrl: string, token: string): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    response.setHeader('Access-Control-Allow-Origin', '*').setHeader('Access-Control-Allow-Headers', '*');
    if (method === 'OPTIONS') response.writeHead(204).end();
    else if (url.startsWith('/_mock')) response.writeHead(404).end();
    else if (headers['x-auth-token'] !== token) {
      response.writeHead(401).end(JSON.stringify({ error_code: 'EndPoint.0003', error_msg: 'Authentication failed.' }));
    } else {
      void fetch(mockUrl + url, { headers: { 'X-Auth-Token': token } }).then(async (answer) => {
        response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(await answer.text());
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

test('where there is no mock, a token is asked for, and kept in the tab alone', async ({ browser, mock }) => {
  const secret = 'a-secret-that-is-long-enough-to-be-found';
  const api = await serveStrictApi(mock.url, secret);
  const site = await serveConsole({ baseUrl: api.url });
  const context = await browser.newContext();
  const page = await context.newPage();
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));

  await page.goto(`${site.url}#/en/${projects['Web shop']}/endpoint-services`);
  await expect(page.getByText('The API needs a token')).toBeVisible();
  // Faults are for mocks.
  await expect(page.getByRole('button', { name: 'Control the mock' })).toBeDisabled();
  await expect(page.getByRole('link', { name: 'Reference' })).toHaveCount(0);
  await page.getByRole('main').getByRole('button', { name: 'Connection settings' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('There is no mock at this address.');
  await dialog.getByLabel('Token').fill('wrong');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The service does not accept the token' })).toBeVisible();

  await page.getByRole('button', { name: 'Connection settings' }).click();
  await dialog.getByLabel('Token').fill(secret);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('link', { name: 'orders' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'orders' })).toBeVisible();

  const kept = await page.evaluate(() => ({ local: localStorage.length, cookies: document.cookie }));
  expect(kept).toEqual({ local: 0, cookies: '' });
  expect(addresses.filter((address) => address.includes(secret))).toEqual([]);
  expect(page.url()).not.toContain(secret);
  const elsewhere = await context.newPage();
  await elsewhere.goto(`${site.url}#/en/${projects['Web shop']}/endpoint-services`);
  await expect(elsewhere.getByText('The API needs a token')).toBeVisible();

  await context.close();
  site.close();
  api.server.close();
  api.server.closeAllConnections();
});

test('another address is entered, and the token stays with the one that it was entered for', async ({
  page,
  visit,
  observed,
}) => {
  const other = await startMock({ port: 0, scenario: 'approval-queue' });
  await page.route(`${other.url}/**`, (route) => route.continue());
  await visit('endpoint-services');
  await expect(page.getByText('4 found')).toBeVisible();
  await page.getByRole('button', { name: 'Connection settings' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('There is a mock at this address.');
  await dialog.getByLabel('Address of the API').fill('nonsense');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('This must be an address');
  await dialog.getByLabel('Address of the API').fill(other.url);
  await dialog.getByLabel('Token').fill('for-the-other-mock');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('1 found')).toBeVisible();

  const before = observed.calls.length;
  await page.getByRole('button', { name: 'Connection settings' }).click();
  await expect(dialog).toContainText('There is a mock at this address.');
  const sent = page.waitForRequest((request) => request.url().includes('/vpc-endpoint-services?'));
  await dialog.getByRole('button', { name: 'Back to the default' }).click();
  await expect(page.getByText('4 found')).toBeVisible();
  expect(await (await sent).headerValue('x-auth-token')).not.toBe('for-the-other-mock');
  expect(observed.calls.length).toBeGreaterThan(before);
  await other.close();
});

test('a configuration that is wrong is said so', async ({ browser }) => {
  const site = await serveConsole({ baseUrl: 'somewhere' });
  const page = await browser.newPage();
  await page.goto(site.url);
  await expect(page.locator('body')).toContainText('config.json: baseUrl');
  await page.close();
  site.close();
});
