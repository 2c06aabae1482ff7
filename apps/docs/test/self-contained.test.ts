import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dist, expandAll, serveSite, untilReady } from './site.js';

let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  // Not at the root: all addresses on the pages are relative.
  site = await serveSite('/some/path/');
});
afterAll(() => site.close());

const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));

test.each(pages)('%s says what may run, and nothing else does', async (path) => {
  const html = readFileSync(join(dist, path), 'utf8');
  expect(html).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; script-src /);
  expect(html).not.toMatch(/unsafe-inline|unsafe-eval/);
  expect(html).not.toMatch(/<[^>]+ (on[a-z]+|style)="/);
  const { page, elsewhere, complaints, close } = await site.open({ locale: 'de' });
  await page.goto(site.address + path.replace(/index\.html$/, ''));
  if ((await page.locator('#redoc').count()) > 0) {
    await untilReady(page);
    await expandAll(page);
    await page.getByRole('tab').last().press('Enter');
  }
  expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  await close();
});

test.each(['en', 'zh-CN'])(
  'the single file in %s opens from the disk, with all that the page can do',
  async (language) => {
    const { page, complaints, elsewhere, close } = await site.open();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const address = pathToFileURL(join(dist, `download/vpc-endpoint-api.${language}.html`)).href;
    await page.goto(address);
    await untilReady(page);
    const operation = page.locator('[id="operation/createEndpointService"]');
    const answer = operation.getByRole('button', { name: /^404/ });
    await answer.click();
    expect(await answer.getAttribute('aria-expanded')).toBe('true');
    await operation.getByRole('link', { name: 'EndPoint.3044' }).click();
    expect(await page.locator('tr:target').innerText()).toContain('EndPoint.3044');
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([address]);
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
    await close();
  },
);

test('the pages offer the single file', async () => {
  const { page, close } = await site.open();
  for (const path of ['', 'zh-CN/']) {
    await page.goto(site.address + path);
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.page-end a').click()]);
    expect(statSync(await download.path()).size).toBeGreaterThan(1_000_000);
  }
  await close();
});

test.each(['', 'zh-CN/'])(
  'a first visit to /%s takes less than 180 kB, compressed, and 380 kB when the reader begins to use it',
  async (path) => {
    const { page, close } = await site.open({ locale: 'de' });
    let bytes = 0;
    page.on('requestfinished', (request) => {
      const file = new URL(request.url()).pathname.replace('/some/path/', '').replace(/(^|\/)$/, '$1index.html');
      bytes += gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
    });
    await page.goto(site.address + path, { waitUntil: 'networkidle' });
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(180_000);
    await untilReady(page);
    expect(bytes).toBeGreaterThan(300_000);
    expect(bytes).toBeLessThan(380_000);
    await close();
  },
);
