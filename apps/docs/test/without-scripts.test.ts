import { afterAll, expect, test } from 'vitest';
import { distanceFromTop, openSite } from './site.js';

const site = await openSite();
afterAll(() => site.close());

const { page, elsewhere, complaints } = await site.open({ javaScriptEnabled: false });
await page.goto(`${site.address}operations/createEndpointService/`);

test('an operation can be read, and its folds and tabs can be opened', async () => {
  const text = await page.locator('main').innerText();
  for (const part of ['Create an endpoint service', 'approval_enabled', 'curl']) expect(text).toContain(part);
  const sample = page.locator('pre').filter({ hasText: 'createVpcepClient' });
  expect(await sample.isVisible()).toBe(false);
  await page.locator('label').filter({ hasText: 'TypeScript' }).click();
  expect(await sample.isVisible()).toBe(true);
  const field = page.locator('tr[id="404.body.error_msg"]');
  expect(await field.isVisible()).toBe(false);
  await page.locator('#status-404 > summary').click();
  expect(await field.isVisible()).toBe(true);
});

test('there is no button that needs a script', async () => {
  const needing = page.locator('[data-try-it], .search-button, .copy-button');
  expect(await needing.count()).toBeGreaterThan(1);
  expect(await needing.filter({ visible: true }).count()).toBe(0);
});

test('an error code leads to its row in the catalogue, in sight', async () => {
  await page
    .locator('.constraints')
    .first()
    .getByRole('link', { name: /^EndPoint/ })
    .first()
    .click();
  await page.waitForURL(/errors\/#EndPoint\.\d+$/);
  await expect.poll(() => distanceFromTop(page.locator('tr:target'))).toBeLessThan(900);
});

test('a guide can be read, without buttons that would copy', async () => {
  await page.goto(`${site.address}guides/mock/`);
  expect(await page.locator('main pre').first().isVisible()).toBe(true);
  expect(await page.locator('.copy-button').filter({ visible: true }).count()).toBe(0);
});

test('all that goes nowhere else, without a word on the console', () => {
  expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
});
