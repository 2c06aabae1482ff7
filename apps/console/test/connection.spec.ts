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

  await page.getByRole('main').getByRole('button', { name: 'Connection settings' }).click();
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

test('what is wrong with config.json is said by name, with what to do', async ({ browser, site }) => {
  // Each is an error on the console as well.
  const page = await browser.newPage();
  const bodies = [
    [{ body: '{"baseUrl":"somewhere"}' }, 'config.json: baseUrl: '],
    [{ body: '{"baseurl":"http://127.0.0.1:1"}' }, 'there is no member "baseurl". Did you mean "baseUrl"?'],
    [{ body: '{"colour":"red"}' }, 'there is no member "colour". Take it out.'],
    [{ body: '{"baseUrl": }' }, 'config.json is not JSON: '],
    [{ body: '<!doctype html><title>Not found</title>' }, 'the host sent a web page in its place.'],
    [{ status: 500, body: '' }, 'the host answered with status 500'],
  ] as const;
  const shown: string[] = [];
  for (const [answer] of bodies) {
    await page.route('**/config.json', (route) => route.fulfill(answer));
    await page.goto(site.url);
    shown.push((await page.locator('#console[role=alert]').textContent()) ?? '');
    await page.unroute('**/config.json');
  }
  for (const [index, [, words]] of bodies.entries()) expect(shown[index]).toContain(words);
  await page.close();
});

test('a host that answers 403 for a config.json that is not there has the console begin without one', async ({
  page,
  site,
}) => {
  await page.route('**/config.json', (route) => route.fulfill({ status: 403, body: '<Error>AccessDenied</Error>' }));
  await page.route('http://127.0.0.1:4010/**', (route) => route.abort());
  await page.goto(site.url);
  await expect(page.getByRole('main').getByRole('alert')).toContainText(
    'Is the service running at http://127.0.0.1:4010',
  );
});

test('what answers in place of the API is told by name, and a token is asked for only by the API', async ({
  page,
  site,
  mock,
}) => {
  let answer: { status?: number; contentType?: string; body?: string } | 'nothing' = 'nothing';
  const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };
  await page.route(`${mock.url}/**`, (route) => {
    if (answer === 'nothing') return route.abort();
    if (route.request().url().endsWith('/_mock/health')) return route.fulfill({ status: 404, headers });
    return route.fulfill({ ...answer, headers });
  });
  const main = page.getByRole('main');
  await page.goto(site.url);
  await expect(main.getByRole('alert')).toContainText(`Is the service running at ${mock.url}`);
  await expect(main).not.toContainText('needs a token');

  answer = { contentType: 'text/html', body: '<!doctype html><title>Welcome</title>' };
  await main.getByRole('button', { name: 'Try again' }).click();
  await expect(main.getByRole('alert')).not.toContainText('Is the service running');
  await expect(main).not.toContainText('needs a token');

  answer = {
    status: 401,
    contentType: 'application/json',
    body: '{"error_code":"APIGW.0301","error_msg":"Incorrect IAM"}',
  };
  await main.getByRole('button', { name: 'Try again' }).click();
  await expect(main).toContainText('The API needs a token');
  await main.getByRole('button', { name: 'Connection settings' }).click();
  await expect(page.getByRole('dialog')).toContainText('Token');
});

test('an address with blanks around it is taken, and one with a query is refused with what to do', async ({
  page,
  visit,
  mock,
}) => {
  await visit('quotas');
  await page.getByRole('button', { name: 'Connection settings' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address of the API').fill(`${mock.url}?region=north`);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('Take out what follows a ? or #.');
  await dialog.getByLabel('Address of the API').fill(`  ${mock.url} `);
  await dialog.getByLabel('Address of the API').press('Enter');
  await expect(dialog).toBeHidden();
  await expect(
    page
      .getByRole('main')
      .getByText(/ of \d+ used/)
      .first(),
  ).toBeVisible();
});

test('the button that saves an address stays where it is pressed, whatever is known of the address by then', async ({
  page,
  visit,
  mock,
}) => {
  const dialog = page.getByRole('dialog');
  const save = dialog.getByRole('button', { name: 'Save' });
  await visit('quotas');
  for (const [width, address, status] of [
    [1280, `${mock.url}/`, 'There is a mock at this address.'],
    [360, `${mock.url}/elsewhere`, 'There is no mock at this address.'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.getByRole('button', { name: 'Connection settings' }).first().click();
    await expect(dialog).toContainText('There is a mock at this address.');
    await dialog.getByLabel('Address of the API').fill(address);
    await save.scrollIntoViewIfNeeded();
    const before = await save.boundingBox();
    if (before === null) throw new Error('the button is not there');
    await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
    await page.mouse.down();
    await expect(dialog.getByText('Versions that the API at this address speaks')).toBeHidden();
    await expect(dialog).toContainText(status);
    expect((await save.boundingBox())?.y).toBeCloseTo(before.y, 0);
    await page.mouse.up();
    await expect(dialog).toBeHidden();
  }
});

test('where the browser forbids storage, everything works, and nothing is remembered', async ({ page, visit }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'] as const) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  });
  await visit('endpoint-services');
  const main = page.getByRole('main');
  await expect(main).toContainText('4 found');
  await main.getByRole('button', { name: 'View' }).click();
  await main.getByRole('checkbox', { name: 'VPC' }).check();
  await expect(main.getByRole('columnheader').filter({ hasText: 'VPC' })).toBeVisible();
});
