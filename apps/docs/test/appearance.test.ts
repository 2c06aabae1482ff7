import { afterAll, expect, test } from 'vitest';
import { openSite, untilReady } from './site.js';

const site = await openSite();
afterAll(() => site.close());

// Opened once, as the reference takes seconds: each test leaves the page so that the next one can use it.
const { page, complaints } = await site.open();
await page.goto(`${site.address}#tag/Endpoint-services/operation/createEndpointService`);

test('paper holds all of the reference, and no menu, also before the scripts have come', async () => {
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.menu').isVisible()).toBe(false);
  expect(await page.locator('.site-header').isVisible()).toBe(false);
  expect(await page.locator('#redoc').innerText()).toContain('pendingAcceptance');
  await page.emulateMedia({ media: 'screen' });
});

test('the keyboard opens what the mouse opens', async () => {
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
});

test('on a phone, the contents are behind a button, and give way to what is chosen', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  const menu = page.getByRole('navigation', { name: 'Contents' });
  expect(await menu.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Contents' }).click();
  await menu.getByRole('link', { name: 'Quotas' }).click();
  await menu.getByRole('link', { name: /List quotas/ }).click();
  await menu.waitFor({ state: 'hidden' });
  await page.waitForURL(/listQuotaDetails$/);
});

test('all that goes without a word on the console', () => {
  expect(complaints).toEqual([]);
});
