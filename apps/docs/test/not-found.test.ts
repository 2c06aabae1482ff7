import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteAddress } from '../src/site/site-address.js';
import { violations } from './accessibility.js';
import { dist } from './dist.js';
import { openSite } from './site.js';

const site = await openSite();
afterAll(() => site.close());

// A host that serves the site where it is published, and its page in the place of what is not there.
const { pathname: root } = new URL(siteAddress);
const files = sirv(dist, { dev: true });
const server = createServer((request, response) => {
  const missing = () => {
    response.writeHead(404, { 'Content-Type': 'text/html' }).end(readFileSync(join(dist, '404.html')));
  };
  if (request.url?.startsWith(root) !== true) {
    missing();
    return;
  }
  request.url = request.url.slice(root.length - 1);
  files(request, response, missing);
});
let host = '';
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

test('in the place of a page that is not there, at any depth, is one that leads on, in both languages', async () => {
  const { page, complaints, close } = await site.open({}, host);
  const missing = `${host}${root}zh-CN/some/where/create-endpoint.html`;
  await page.goto(missing);
  expect(await page.title()).toContain('Page not found');
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  const searches = await page.getByRole('link', { name: /create endpoint/ }).all();
  expect(await Promise.all(searches.map((link) => link.getAttribute('href')))).toEqual([
    `${host}${root}?q=create+endpoint`,
    `${host}${root}zh-CN/?q=create+endpoint`,
  ]);
  const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(10);
  for (const link of links.filter((address) => !address.startsWith('#'))) {
    expect((await page.request.get(new URL(link, missing).href)).status(), link).toBe(200);
  }
  await close();
});

test('an old address of the reference leads to where it is now, also when its folder is no more', async () => {
  const { page, close } = await site.open({ locale: 'en' }, host);
  await page.goto(`${host}${root}reference/v1/#operation/createEndpoint`);
  await page.waitForURL(`${host}${root}operations/createEndpoint/**`);
  await close();
});

test('axe finds nothing on it, light or dark', async () => {
  const { page, close } = await site.open({}, host);
  await page.goto(`${host}${root}some/where/`);
  await page.getByRole('link', { name: /where/ }).first().waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), colorScheme).toEqual([]);
  }
  await close();
});

test('search engines are told to leave it out', () => {
  expect(readFileSync(join(dist, '404.html'), 'utf8')).toContain('<meta name="robots" content="noindex"/>');
});
