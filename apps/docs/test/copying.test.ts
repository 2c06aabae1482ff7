import { afterAll, beforeEach, expect, test } from 'vitest';
import { copied, copyCodes, permissions } from './copying.js';
import { openSite } from './site.js';

const site = await openSite();
afterAll(() => site.close());

const { page, complaints } = await site.open({ permissions });
beforeEach(() => {
  complaints.length = 0;
});

test.each([
  ['guides/mock/', 'en'],
  ['zh-CN/guides/mock/', 'zh-CN'],
] as const)('on /%s each piece of code is copied by keyboard, and the page says so', async (path, language) => {
  await page.goto(site.address + path);
  await copyCodes(page, language);
  expect(complaints).toEqual([]);
});

test('where the browser has no clipboard, the code is copied in the old way, and the focus stays', async () => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'isSecureContext', { value: false });
  });
  await page.goto(`${site.address}guides/mock/`);
  const button = page.getByRole('button', { name: 'Copy', exact: true }).first();
  await button.click();
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
  expect(await copied(page)).toBe(await page.locator('.text pre').first().textContent());
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
});
