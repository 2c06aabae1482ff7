import { fileURLToPath } from 'node:url';
import type { Result } from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite, untilReady } from './site.js';

let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

const axe = fileURLToPath(import.meta.resolve('axe-core'));

test.each([
  ['', 'light'],
  ['', 'dark'],
  ['zh-CN/', 'light'],
  ['zh-CN/', 'dark'],
  ['errors/', 'light'],
  ['zh-CN/errors/', 'dark'],
] as const)('axe finds nothing serious on /%s, %s', async (path, colorScheme) => {
  // The policy of the page would keep axe out.
  const { page, close } = await site.open({ colorScheme, bypassCSP: true });
  await page.goto(site.address + path);
  if (!path.includes('errors')) await untilReady(page);
  await page.addScriptTag({ path: axe });
  const violations = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run({
      resultTypes: ['violations'],
    });
    return violations;
  });
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  const told = ({ id, nodes }: Result) =>
    `${id}: ${nodes
      .map(({ html }) => html.slice(0, 120))
      .slice(0, 5)
      .join(' | ')}`;
  expect(serious.map(told)).toEqual([]);
  await close();
});

test.each(['', 'zh-CN/', 'errors/', 'zh-CN/errors/'])('/%s fits a window of 360 pixels', async (path) => {
  const { page, close } = await site.open({ viewport: { width: 360, height: 740 } });
  await page.goto(site.address + path);
  if (!path.includes('errors')) await untilReady(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await close();
});

test('on a phone, the contents are behind a button, and give way to what is chosen', async () => {
  const { page, complaints, close } = await site.open({ viewport: { width: 360, height: 740 } });
  await page.goto(site.address);
  await untilReady(page);
  const menu = page.getByRole('navigation', { name: 'Contents' });
  expect(await menu.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Contents' }).click();
  await menu.getByRole('link', { name: 'Quotas' }).click();
  await menu.getByRole('link', { name: /List quotas/ }).click();
  await menu.waitFor({ state: 'hidden' });
  await page.waitForURL(/listQuotaDetails$/);
  expect(complaints).toEqual([]);
  await close();
});

test('the keyboard opens what the mouse opens', async () => {
  const { page, close } = await site.open();
  await page.goto(`${site.address}#tag/Endpoint-services/operation/createEndpointService`);
  await untilReady(page);
  const operation = page.locator('[id="operation/createEndpointService"]');
  for (const name of [/^401/, /^Authorizations/, /^ports/]) {
    const button = operation.getByRole('button', { name }).first();
    const before = await button.getAttribute('aria-expanded');
    await button.press('Enter');
    expect(await button.getAttribute('aria-expanded'), String(name)).not.toBe(before);
  }
  const tab = operation.getByRole('tab', { name: '200' });
  await tab.press('ArrowRight');
  expect(await operation.getByRole('tab', { name: '400' }).getAttribute('aria-selected')).toBe('true');
  await close();
});

test('paper holds all of the reference, and no menu', async () => {
  const { page, close } = await site.open();
  await page.goto(site.address);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.menu').isVisible()).toBe(false);
  expect(await page.locator('.site-header').isVisible()).toBe(false);
  expect(await page.locator('#redoc').innerText()).toContain('pendingAcceptance');
  await close();
});
