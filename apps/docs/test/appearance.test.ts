import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite, untilReady, type Opened } from './site.js';

let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

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

describe('on a desk', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await site.open();
    await opened.page.goto(`${site.address}#tag/Endpoint-services/operation/createEndpointService`);
  });
  afterAll(() => opened.close());

  test('paper holds all of the reference, and no menu, also before the scripts have come', async () => {
    const { page } = opened;
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.menu').isVisible()).toBe(false);
    expect(await page.locator('.site-header').isVisible()).toBe(false);
    expect(await page.locator('#redoc').innerText()).toContain('pendingAcceptance');
    await page.emulateMedia({ media: 'screen' });
  });

  test('the keyboard opens what the mouse opens', async () => {
    const { page } = opened;
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
});
