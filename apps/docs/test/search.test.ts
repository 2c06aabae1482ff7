import { fullTier } from '@vpcep/testing';
import type { Route } from 'playwright-core';
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
    const anchor = decodeURIComponent(new URL(address).hash.slice(1));
    if (anchor !== '') expect(await page.locator(':target').getAttribute('id')).toBe(anchor);
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
  expect(await page.locator('.search-dialog').getByRole('status').innerText()).toMatch(/^The best 20 of \d+ results$/);
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

test('a result on the same page moves there', async () => {
  await open('zh-CN/operations/createEndpointService/');
  await page.locator('.search-button').click();
  await field.fill('client_port');
  await options.first().click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await page.locator(':target').getAttribute('id')).toBe('body.ports.client_port');
  expect(complaints).toEqual([]);
});

test('an address asks for something, and finds it', async () => {
  await open(`errors/?q=${encodeURIComponent('端口冲突')}`);
  await options.first().waitFor();
  expect(await field.inputValue()).toBe('端口冲突');
  await open('?q=EndPoint.3044');
  await options.first().waitFor();
  await Promise.all([page.waitForURL('**/errors/#EndPoint.3044'), page.keyboard.press('Enter')]);
  expect(complaints).toEqual([]);
});

test('Chinese words on English pages find Chinese pages too, in a group with the name of the language', async () => {
  await open('guides/mock/');
  await page.keyboard.press('/');
  await page.keyboard.insertText('whitelist');
  await options.first().waitFor();
  const foreign = () => loaded.filter((path) => path === 'zh-CN/assets/search-entries.js').length;
  expect(foreign()).toBe(0);
  await field.fill('白名单');
  const group = page.getByRole('group', { name: '中文' });
  await group.getByRole('option').first().waitFor();
  expect(await options.first().locator('.title').innerText()).toBe('Whitelists');
  await field.fill('添加白名单');
  await group.getByRole('option').first().waitFor();
  expect(await group.getAttribute('lang')).toBe('zh-CN');
  expect(await violations(page, 'dialog')).toEqual([]);
  expect(foreign()).toBe(1);
  const first = group.getByRole('option').first();
  const address = await first.evaluate((link: HTMLAnchorElement) => link.href);
  expect(address).toContain('/zh-CN/operations/');
  await Promise.all([page.waitForURL(address), first.click()]);
  expect(complaints).toEqual([]);
});

test('English words on Chinese pages find English pages where the Chinese ones do not have them all', async () => {
  await open('zh-CN/errors/');
  await page.keyboard.press('/');
  await page.keyboard.insertText('nowhere in Chinese: everybody');
  await page.getByRole('group', { name: 'English' }).getByRole('option').first().waitFor();
});

test('what cannot be loaded of the other language is said, and asked for again', async () => {
  await open('errors/');
  await page.keyboard.press('/');
  await page.route('**/zh-CN/assets/search-entries.js', (route) => route.abort());
  await page.keyboard.insertText('没有这个词');
  await page.getByText('The search could not be loaded.').waitFor();
  await page.unroute('**/zh-CN/assets/search-entries.js');
  await field.fill('端口冲突');
  await options.first().waitFor();
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

test('what is typed and entered before that leads to the place as soon as it is known', async () => {
  await open('guides/');
  let held: Route | undefined;
  await page.route('**/assets/search-entries.js', (route) => {
    held = route;
  });
  await page.keyboard.press('/');
  await page.keyboard.insertText('EndPoint.3044');
  await page.keyboard.press('Enter');
  expect(await field.inputValue()).toBe('EndPoint.3044');
  await page.getByText('Loading …').waitFor();
  await Promise.all([page.waitForURL('**/errors/#EndPoint.3044'), held?.continue()]);
  await page.unroute('**/assets/search-entries.js');
});

test('the browser has its turn while the search is being prepared, and what is typed is seen before it is looked for', async () => {
  await open('zh-CN/errors/');
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  // Before anything is pressed: a slow page may take a key before it takes this.
  const counted = await page.evaluateHandle(() => {
    const turns = new Promise<number>((resolve) => {
      let count = 0;
      const turn = () => {
        if (document.querySelector('.search-dialog [role=option]')) resolve(count);
        else setTimeout(turn, 0, (count += 1));
      };
      const begin = ({ target }: Event) => {
        if (target instanceof HTMLScriptElement && target.src.endsWith('/search-entries.js')) turn();
      };
      document.addEventListener('load', begin, true);
    });
    return { turns };
  });
  await page.keyboard.press('/');
  await page.keyboard.insertText('配额');
  expect(await counted.evaluate(({ turns }) => turns)).toBeGreaterThan(5);
  const shown = await field.evaluate((input: HTMLInputElement) => {
    const options = () => document.querySelectorAll('.search-dialog mark').length;
    const before = options();
    input.value = '';
    input.dispatchEvent(new InputEvent('input'));
    return [before > 0, options() === before];
  });
  expect(shown).toEqual([true, true]);
  await options.first().waitFor({ state: 'detached' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
});

test('keys are for what was typed before them', async () => {
  await open('errors/');
  await page.keyboard.press('/');
  await page.keyboard.insertText('quota');
  await options.first().waitFor();
  await field.evaluate((input: HTMLInputElement) => {
    input.value = 'EndPoint.3044';
    input.dispatchEvent(new InputEvent('input'));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  });
  await page.waitForURL('**/errors/#EndPoint.3044');
});

test('a workflow is called one', async () => {
  await open('workflows/');
  await page.keyboard.press('/');
  await page.keyboard.insertText('refuse connection');
  const found = options.filter({ has: page.locator('.kind', { hasText: /^Workflow$/ }) });
  expect(await found.first().evaluate((link: HTMLAnchorElement) => link.href)).toContain('/workflows/');
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
