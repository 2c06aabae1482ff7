import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dist, readDist } from './dist.js';
import { openSite, untilReady, type Opened } from './site.js';

const site = await openSite();
afterAll(() => site.close());

describe.each(['', 'zh-CN/'])('/%s', (path) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await site.open({ locale: 'de' });
  });
  afterAll(() => opened.close());

  test('takes less than 150 kB at a first visit, compressed, and 360 kB when the reader begins to use it', async () => {
    const { page } = opened;
    let bytes = 0;
    page.on('requestfinished', (request) => {
      const [address = ''] = request.url().replace(site.address, '').split(/[?#]/);
      const file = address.replace(/(?<=^|\/)$/, 'index.html');
      bytes += gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
    });
    await page.goto(site.address + path, { waitUntil: 'networkidle' });
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(150_000);
    await untilReady(page);
    expect(bytes).toBeGreaterThan(250_000);
    expect(bytes).toBeLessThan(360_000);
    page.removeAllListeners('requestfinished');
  });

  test('offers the single file', async () => {
    const { page } = opened;
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.page-end a').click()]);
    const { length } = await buffer(await download.createReadStream());
    expect(length).toBeGreaterThan(1_000_000);
  });
});

test('the English page is of ASCII alone, and has its scripts last, so that it is painted soon', () => {
  const html = readDist('index.html');
  expect(html.match(/[^\0-\x7f]+/g) ?? []).toEqual([]);
  expect(html).toContain('aria-label="&#x4e2d;&#x6587;"');
  expect(html.indexOf('<script src=')).toBeGreaterThan(html.indexOf('</main>'));
});
