import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '@vpcep/chromium';
import sirv from 'sirv';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

let server: Server;
let origin: string;
let browser: Awaited<ReturnType<typeof launchChromium>>;
beforeAll(async () => {
  const files = sirv(dist);
  server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  server.close();
  server.closeAllConnections();
});

/** Opens the reference with every other origin blocked, and takes down whatever goes wrong or elsewhere. */
async function openReference(options: { javaScriptEnabled?: boolean } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(`${origin}/`)) return route.continue();
    elsewhere.push(url);
    return route.abort();
  });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  return { page, elsewhere, complaints, close: () => context.close() };
}

test('it shows the operations and their fields, without a word on the console or to another origin', async () => {
  const { page, elsewhere, complaints, close } = await openReference();
  await page.goto(`${origin}/`, { waitUntil: 'networkidle' });
  const text = await page.locator('#redoc').innerText();
  for (const field of [
    'port_id',
    'vip_port_id',
    'vpc_id',
    'approval_enabled',
    'server_type',
    'ports',
    'tcp_proxy',
    'tags',
  ]) {
    expect(text).toContain(field);
  }
  expect(text).toContain('Create an endpoint service');
  expect(text).toContain('Show an endpoint service');
  expect(text).toContain('198.19.128.0/20');
  // Redoc's script has taken over from the HTML when its menu reacts.
  await page.getByRole('menuitem', { name: 'Endpoint services' }).click();
  await page.getByRole('menuitem', { name: /Show an endpoint service/ }).click();
  await page.waitForURL(/#tag\/Endpoint-services\/operation\/listServiceDetails$/);
  expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  await close();
});

test('its search finds an operation', async () => {
  const { page, complaints, close } = await openReference();
  await page.goto(`${origin}/`, { waitUntil: 'networkidle' });
  const search = page.getByPlaceholder('Search...');
  const results = page.locator('[data-role="search:results"]').getByText('List quotas');
  // What is typed before the scripts have taken over from the HTML is not searched for.
  await vi.waitFor(
    async () => {
      await search.fill('');
      await search.fill('quotas');
      await results.first().waitFor({ timeout: 5_000 });
    },
    { timeout: 50_000 },
  );
  expect(complaints).toEqual([]);
  await close();
});

test('all of it can be read before any script runs, or without any', async () => {
  const { page, elsewhere, close } = await openReference({ javaScriptEnabled: false });
  await page.goto(`${origin}/`);
  const text = await page.locator('#redoc').innerText();
  for (const part of ['Create an endpoint service', 'approval_enabled', 'pendingAcceptance'])
    expect(text).toContain(part);
  expect(elsewhere).toEqual([]);
  await close();
});

test.each(['json', 'yaml'])('the document can be downloaded as %s, from the page itself', async (extension) => {
  const { page, close } = await openReference();
  await page.goto(`${origin}/`, { waitUntil: 'networkidle' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: new RegExp(extension, 'i') }).click(),
  ]);
  const file = await download.path();
  const source = fileURLToPath(import.meta.resolve(`@vpcep/openapi/openapi.${extension}`));
  expect(readFileSync(file, 'utf8')).toBe(readFileSync(source, 'utf8'));
  await close();
});

interface Operation {
  operationId: string;
  'x-error-codes': string[];
}

test('the error catalogue has every code, at an address of its own, without any script', async () => {
  const errors = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('@vpcep/openapi/errors.json')), 'utf8')) as {
    code: string;
    message: string;
    remedy: { en: string };
  }[];
  const { page, elsewhere, complaints, close } = await openReference({ javaScriptEnabled: false });
  await page.goto(`${origin}/errors/#EndPoint.3044`);
  const rows = await page
    .locator('tbody tr')
    .evaluateAll((all) => all.map(({ id, textContent }) => ({ id, textContent })));
  expect(rows.map(({ id }) => id).sort()).toEqual(errors.map(({ code }) => code).sort());
  for (const { code, message, remedy } of errors) {
    const text = rows.find(({ id }) => id === code)?.textContent;
    expect(text).toContain(message);
    expect(text).toContain(remedy.en);
  }
  expect(await page.locator('tr:target').getAttribute('id')).toBe('EndPoint.3044');
  await expect
    .poll(() =>
      page
        .locator('tr:target')
        .boundingBox()
        .then((box) => box?.y ?? -1),
    )
    .toBeLessThan(900);
  expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  await close();
});

test('every operation links to the error codes that it is known to give', async () => {
  const document = JSON.parse(readFileSync(`${dist}/openapi.json`, 'utf8')) as {
    paths: Record<string, Record<string, Operation>>;
  };
  const operations = Object.values(document.paths).flatMap((item) =>
    Object.values(item).filter((operation) => 'x-error-codes' in operation),
  );
  expect(operations).toHaveLength(30);
  const { page, close } = await openReference({ javaScriptEnabled: false });
  await page.goto(`${origin}/`);
  for (const { operationId, 'x-error-codes': codes } of operations) {
    const links = page.locator(`[id$="/operation/${operationId}"] a[href^="errors/#"]`);
    expect(await links.allInnerTexts(), operationId).toEqual(codes);
  }
  await page.locator('[id$="/operation/createEndpointService"] a[href="errors/#EndPoint.3044"]').click();
  expect(await page.locator('tr:target').innerText()).toContain('EndPoint.3044');
  await close();
});
