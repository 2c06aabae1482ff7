import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { dist, readDist } from './dist.js';
import { openSite } from './site.js';

const site = await openSite();
afterAll(() => site.close());

test.each(['operations/createEndpointService/', 'zh-CN/operations/createEndpointService/', '', 'zh-CN/'])(
  'a first visit to /%s takes less than 45 kB, compressed, of which 10 kB are scripts',
  async (path) => {
    const { page, close } = await site.open({ locale: path.startsWith('zh') ? 'zh-CN' : 'en-GB' });
    const loaded: { script: boolean; bytes: number }[] = [];
    page.on('requestfinished', (request) => {
      const [address = ''] = request.url().replace(site.address, '').split(/[?#]/);
      const file = address.replace(/(?<=^|\/)$/, 'index.html');
      const bytes = gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
      loaded.push({ script: request.resourceType() === 'script', bytes });
    });
    await page.goto(site.address + path, { waitUntil: 'networkidle' });
    const sum = (some: typeof loaded) => some.reduce((total, { bytes }) => total + bytes, 0);
    const scripts = loaded.filter(({ script }) => script);
    expect(scripts.length).toBeGreaterThan(1);
    expect(sum(scripts)).toBeLessThan(10_000);
    expect(sum(loaded)).toBeLessThan(45_000);
    await close();
  },
);

test('the single file is offered on the first page', async () => {
  const { page, close } = await site.open();
  await page.goto(site.address);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('a[href$="download/vpc-endpoint-api.en.html"]').click(),
  ]);
  const { length } = await buffer(await download.createReadStream());
  expect(length).toBeGreaterThan(1_000_000);
  await close();
});

test('a page that a reader points at in the menu is fetched before it is asked for', async () => {
  const { page, complaints, close } = await site.open();
  await page.goto(site.address);
  const address = `${site.address}operations/listQuotaDetails/`;
  const fetched = page.waitForRequest(address);
  await page.locator('.menu a[href="operations/listQuotaDetails/"]').hover();
  await fetched;
  expect(page.url()).toBe(site.address);
  expect(complaints).toEqual([]);
  await close();
});

test('the English page is of ASCII alone, and has its scripts last, so that it is painted soon', () => {
  const html = readDist('index.html');
  expect(html.match(/[^\0-\x7f]+/g) ?? []).toEqual([]);
  expect(html).toContain('aria-label="&#x4e2d;&#x6587;"');
  expect(html.indexOf('<script src=')).toBeGreaterThan(html.indexOf('</main>'));
});
