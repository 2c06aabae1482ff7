import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { singleFileName } from '../src/reference/reference-page.js';
import type { SearchEntry } from '../src/search/search-entry.js';
import { startRecordingMock, type RecordingMock } from './recording-mock.js';
import { sendSamples, someOperations } from './sent-samples.js';
import { dist, serveSite, untilReady, type Opened } from './site.js';

let site: Awaited<ReturnType<typeof serveSite>>;
let mock: RecordingMock;
beforeAll(async () => {
  site = await serveSite();
  mock = await startRecordingMock();
});
afterAll(async () => {
  await site.close();
  await mock.close();
});

describe.each([
  ['en', ['whitelist', 'EndPoint.3044']],
  ['zh-CN', ['终端节点', '连接', '白名单', 'port_id']],
] as const)('the single file in %s, opened from the disk,', (language, words) => {
  const file = pathToFileURL(join(dist, 'download', singleFileName(language))).href;
  const loaded: string[] = [];
  let opened: Opened;
  beforeAll(async () => {
    opened = await site.open({}, mock.url);
    opened.page.on('request', (request) => loaded.push(request.url()));
    await opened.page.goto(file);
    await untilReady(opened.page);
  });
  afterAll(() => opened.close());

  test('can do all that the page can', async () => {
    const { page } = opened;
    const operation = page.locator('[id="operation/createEndpointService"]');
    const answer = operation.getByRole('button', { name: /^404/ });
    await answer.click();
    expect(await answer.getAttribute('aria-expanded')).toBe('true');
    await operation.getByRole('link', { name: 'EndPoint.3044' }).click();
    expect(await page.locator('tr:target').innerText()).toContain('EndPoint.3044');
  });

  test('keeps the address of an error code that is in sight', async () => {
    const { page } = opened;
    await page.goto(`${file}#operation/createEndpointService`);
    await page.locator('[aria-current][href$="operation/createEndpointService"]').waitFor();
    await page.goto(`${file}#EndPoint.3044`);
    // The menu marks what is last above it, which has an address as well.
    await page
      .locator('.menu [data-item-id="tag/Tags/operation/listQueryProjectResourceTags"] > [aria-current]')
      .waitFor();
    await page.waitForTimeout(200);
    expect(new URL(page.url()).hash).toBe('#EndPoint.3044');
  });

  test.each(words)('finds "%s", and leads to it within the file', async (query) => {
    const { page } = opened;
    await page.keyboard.press('/');
    await page.keyboard.insertText(query);
    const first = page.locator('.search-dialog').getByRole('option').first();
    await first.locator('mark').filter({ hasText: query }).first().waitFor();
    const address = await first.evaluate((link: HTMLAnchorElement) => link.href);
    expect(address.startsWith(`${file}#`)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(address);
    const target = page.locator(':target');
    expect(`${file}#${await target.getAttribute('id')}`).toBe(address);
    await expect.poll(() => target.boundingBox().then((box) => Math.abs(box?.y ?? Infinity))).toBeLessThan(200);
  });

  test('sends the samples', async () => {
    await sendSamples(opened.page, mock, language, someOperations);
  });

  test('did all that without another file, another origin or a word on the console', () => {
    const { elsewhere, complaints } = opened;
    expect(loaded.filter((url) => !url.startsWith('data:') && !url.startsWith(mock.url))).toEqual([file]);
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  });
});

test('the single file leads to nothing that it does not hold', () => {
  const file = readFileSync(join(dist, 'download', singleFileName('en')), 'utf8');
  const [, json = '[]'] = /globalThis\.vpcepSearchEntries=(\[.*?\]);<\/script>/.exec(file) ?? [];
  const entries = JSON.parse(json) as SearchEntry[];
  expect(entries.length).toBeGreaterThan(300);
  const ids = new Set([...file.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  expect(entries.filter(({ address }) => !ids.has(address.slice(1)))).toEqual([]);
});
