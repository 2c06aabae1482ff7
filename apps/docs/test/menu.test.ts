import { afterAll, expect, test } from 'vitest';
import { folderOf, languages } from '../src/site/languages.js';
import { addressOf, htmlOf, pageFiles } from './dist.js';
import { openSite } from './site.js';

const site = await openSite();
afterAll(() => site.close());

const pagesWithMenu = pageFiles
  .map(addressOf)
  // The single file has all of them on one page.
  .filter((address) => !address.startsWith('download/') && htmlOf(address).querySelector('.menu') !== null);

test.each(languages)('in %s, every page of the reference is in the menu, and marked on the page itself', (language) => {
  const own = pagesWithMenu.filter((address) => address.startsWith('zh-CN/') === (language === 'zh-CN'));
  expect(own.length).toBeGreaterThan(40);
  const links = [...htmlOf(folderOf(language)).querySelectorAll('.menu a')].map(
    (link) => new URL(link.getAttribute('href') ?? '', `${site.address}${folderOf(language)}`).href,
  );
  expect([...links].sort()).toEqual(own.map((address) => site.address + address).sort());
  for (const address of own) {
    const current = [...htmlOf(address).querySelectorAll('.menu [aria-current=page]')];
    const marked = current.map((link) => new URL(link.getAttribute('href') ?? '', site.address + address).href);
    expect(marked, address).toEqual([site.address + address]);
  }
});

test.each([true, false])('on a phone a button opens the menu, with scripts: %s', async (javaScriptEnabled) => {
  const { page, complaints, close } = await site.open({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
  await page.goto(`${site.address}operations/createEndpointService/`);
  const menu = page.locator('.menu');
  expect(await menu.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Contents' }).click();
  // What is first in it is not hidden beneath the header.
  const first = await menu.getByRole('link').first().boundingBox();
  const header = await page.locator('.site-header').boundingBox();
  expect(first?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
  await menu.getByRole('link', { name: /List quotas/ }).click();
  await page.waitForURL(`${site.address}operations/listQuotaDetails/`);
  expect(await menu.isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await close();
});

test('the entry of a page far down is in sight', async () => {
  const { page, close } = await site.open({ viewport: { width: 1280, height: 600 } });
  await page.goto(`${site.address}operations/batchAddOrRemoveResourceInstance/`);
  const current = await page.locator('.menu [aria-current]').boundingBox();
  expect(current?.y).toBeGreaterThan(0);
  expect(current?.y).toBeLessThan(600);
  await close();
});
