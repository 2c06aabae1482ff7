import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { singleFileName } from '../src/reference/reference-page.js';
import { textsOf } from '../src/site/texts.js';
import { serveSite, untilReady } from './site.js';

let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

const permissions = ['clipboard-read', 'clipboard-write'];
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.each([
  ['guides/mock/', 'en'],
  ['zh-CN/guides/mock/', 'zh-CN'],
  [`download/${singleFileName('en')}`, 'en'],
  [`download/${singleFileName('zh-CN')}`, 'zh-CN'],
] as const)('on /%s each piece of code is copied by keyboard, and the page says so', async (path, language) => {
  const { page, complaints, close } = await site.open({ permissions });
  await page.goto(site.address + path);
  const codes = await page.locator('.text pre').allTextContents();
  expect(codes.length).toBeGreaterThan(1);
  const buttons = page.locator('.text').getByRole('button', { name: textsOf[language].copy, exact: true });
  expect(await buttons.count()).toBe(codes.length);
  for (const [index, code] of codes.entries()) {
    await buttons.nth(index).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: textsOf[language].copied }).nth(0).waitFor();
    await expect.poll(() => copied(page)).toBe(code);
  }
  expect(complaints).toEqual([]);
  await close();
});

test('where the browser has no clipboard, the code is copied in the old way, and the focus stays', async () => {
  const { page, close } = await site.open({ permissions });
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'isSecureContext', { value: false });
  });
  await page.goto(`${site.address}guides/mock/`);
  const button = page.getByRole('button', { name: 'Copy', exact: true }).first();
  await button.click();
  await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
  expect(await copied(page)).toBe(await page.locator('.text pre').first().textContent());
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await close();
});

test('without scripts there is no button that would copy', async () => {
  const { page, close } = await site.open({ javaScriptEnabled: false });
  await page.goto(`${site.address}guides/mock/`);
  expect(await page.locator('.copy-button').filter({ visible: true }).count()).toBe(0);
  await close();
});

test.each([
  ['', 'Copy', 'Copied'],
  ['zh-CN/', '复制', '已复制'],
])('on /%s a sample is copied as it is shown', async (path, copy, told) => {
  const { page, complaints, close } = await site.open({ permissions });
  await page.goto(site.address + path);
  await untilReady(page);
  const operation = page.locator('[id$="/operation/createEndpointService"]');
  for (const label of ['curl', 'TypeScript']) {
    await operation.getByRole('tab', { name: label, exact: true }).click();
    const panel = operation.getByRole('tabpanel').filter({ visible: true }).first();
    const source = await panel.locator('pre').textContent();
    expect(source).toMatch(/^(curl|import) /);
    await panel.getByRole('button', { name: copy, exact: true }).press('Enter');
    // What it says floats above the button, so that its own place has no size.
    await panel.getByRole('status').filter({ hasText: told }).first().waitFor({ state: 'attached' });
    expect(await copied(page)).toBe(source);
  }
  expect(complaints).toEqual([]);
  await close();
});
