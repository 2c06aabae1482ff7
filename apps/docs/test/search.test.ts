import { fullTier } from '@vpcep/testing';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { violations } from './accessibility.js';
import { openSite } from './site.js';

const site = await openSite();
afterAll(() => site.close());

const { page, complaints } = await site.open();
const loaded: string[] = [];
page.on('request', (request) => loaded.push(request.url().replace(site.address, '')));
beforeEach(() => {
  complaints.length = loaded.length = 0;
});

const open = (path: string) => page.goto(site.address + path);

// Redoc has choices of its own.
const field = page.locator('.search-dialog').getByRole('combobox');
const options = page.locator('.search-dialog').getByRole('option');

test.each([
  ['', ['whitelist', 'port_id', 'EndPoint.3044']],
  [
    'zh-CN/',
    fullTier ? ['终端节点', '连接', '白名单', 'port_id', 'whitelist', 'EndPoint.3044'] : ['白名单', 'port_id'],
  ],
])('from /%sguides/ on, each of %j is typed, and Enter leads to the place', async (folder, queries) => {
  await open(`${folder}guides/`);
  for (const query of queries) {
    await page.keyboard.press('/');
    await page.keyboard.insertText(query);
    const mark = page.locator('mark').first();
    await expect.poll(() => mark.innerText(), { message: query }).toMatch(new RegExp(`^${query}$`, 'i'));
    const address = await options.first().evaluate((link: HTMLAnchorElement) => link.href);
    await Promise.all([page.waitForURL(address), page.keyboard.press('Enter')]);
    expect(await page.locator(':target').getAttribute('id')).toBe(decodeURIComponent(new URL(address).hash.slice(1)));
  }
  expect(complaints).toEqual([]);
});

test('the keyboard alone opens it, moves in it and closes it, and the focus returns', async () => {
  await open('errors/');
  const link = page.getByRole('link', { name: 'Guides' });
  await link.focus();
  await page.keyboard.press('Control+k');
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.type('a/b'); // A slash in the field is a slash.
  expect(await field.inputValue()).toBe('a/b');
  await field.fill('endpoint');
  const chosen = () => page.locator('[role=option][aria-selected=true]').evaluateAll((all) => all.map(({ id }) => id));
  await options.nth(19).waitFor();
  expect(await page.getByRole('status').innerText()).toMatch(/^The best 20 of \d+ results$/);
  expect(await field.getAttribute('aria-expanded')).toBe('true');
  expect(await chosen()).toEqual(['search-result-0']);
  await page.keyboard.press('ArrowDown');
  expect(await chosen()).toEqual(['search-result-1']);
  expect(await field.getAttribute('aria-activedescendant')).toBe('search-result-1');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await chosen()).toEqual(['search-result-19']);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('it says when it finds nothing, and shows what was typed as it is', async () => {
  await open('errors/');
  await page.getByRole('button', { name: 'Search' }).click();
  await field.fill('<qqqq> $& zzzz');
  await page.getByText('Nothing found for “<qqqq> $& zzzz”.').waitFor();
  expect(await options.count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Close' }).click();
  expect(complaints).toEqual([]);
});

test('a result on the same page moves there, while Redoc listens', async () => {
  await open('zh-CN/');
  for (const [query, operationId] of [
    ['查询配额', 'listQuotaDetails'],
    ['createEndpointService', 'createEndpointService'],
  ] as const) {
    await page.locator('.search-button').click();
    await field.fill(query);
    await options.first().click();
    const distance = async () => {
      const box = await page.locator(`[id$="/operation/${operationId}"]`).boundingBox();
      return Math.abs(box?.y ?? Infinity);
    };
    await expect.poll(distance, { timeout: 30_000 }).toBeLessThan(200);
  }
  expect(complaints).toEqual([]);
});

test('what finds is loaded when the search is first opened, and once', async () => {
  await open('zh-CN/errors/');
  const heavy = () => loaded.filter((path) => /search(-entries)?\.js$/.test(path)).sort();
  await page.waitForLoadState('networkidle');
  expect(heavy()).toEqual([]);
  for (const query of ['配额', '标签']) {
    await page.keyboard.press('Control+k');
    await field.fill(query);
    await options.filter({ hasText: query }).first().waitFor();
    await page.keyboard.press('Escape');
  }
  expect(heavy()).toEqual(['assets/search.js', 'zh-CN/assets/search-entries.js']);
});

test('it says when it cannot be loaded', async () => {
  await open('errors/');
  await page.route('**/search-entries.js', (route) => route.abort());
  await page.keyboard.press('/');
  await page.getByText('The search could not be loaded.').waitFor();
  await page.unroute('**/search-entries.js');
});

test('it works in a page that was opened from a folder', async () => {
  await page.goto(new URL('../dist/zh-CN/guides/index.html', import.meta.url).href);
  await page.keyboard.press('/');
  await page.keyboard.insertText('白名单');
  await options.filter({ hasText: '白名单' }).first().waitFor();
});

test('it is accessible and fits, wide and narrow, light and dark', async () => {
  await open('zh-CN/guides/');
  await page.keyboard.press('/');
  await page.keyboard.insertText('port_id');
  await options.first().waitFor();
  const dialog = page.getByRole('dialog');
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 740 });
    const overflow = await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(overflow, `${width} pixels`).toBe(0);
    const box = await dialog.boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? Infinity) <= width, `${width} pixels`).toBe(true);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page, 'dialog'), `${colorScheme}, ${width} pixels`).toEqual([]);
    }
  }
});
