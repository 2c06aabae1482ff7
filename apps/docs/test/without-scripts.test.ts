import { afterAll, expect, test } from 'vitest';
import { distanceFromTop, openSite } from './site.js';

const site = await openSite();
afterAll(() => site.close());

const { page, elsewhere, complaints } = await site.open({ javaScriptEnabled: false });

test('the reference can be read, and its folds can be opened', async () => {
  await page.goto(site.address);
  const text = await page.locator('#redoc').innerText();
  for (const part of ['Create an endpoint service', 'approval_enabled', 'pendingAcceptance'])
    expect(text).toContain(part);
  const errors = page.locator('[id="operation/createEndpointService/errors"]');
  const own = errors.getByText('The parameter ports conflicted with ports in an existing endpoint service.');
  expect(await own.isVisible()).toBe(false);
  await errors.locator('summary').click();
  expect(await own.isVisible()).toBe(true);
});

test('there is no button that needs a script', async () => {
  expect(await page.locator('[data-try-it]').count()).toBeGreaterThan(1);
  expect(await page.locator('[data-try-it], .search-button').filter({ visible: true }).count()).toBe(0);
});

test('links lead to operations, and an error code to its row in the catalogue, in sight', async () => {
  await page.locator('.tag-operations').getByRole('link', { name: 'Create an endpoint service' }).click();
  expect(await page.locator(':target').innerText()).toContain('Create an endpoint service');
  await page
    .locator('[id="operation/createEndpointService/errors"]')
    .getByRole('link', { name: 'EndPoint.3044' })
    .click();
  await page.waitForURL(`${site.address}errors/#EndPoint.3044`);
  const row = page.locator('tr:target');
  expect(await row.innerText()).toContain('EndPoint.3044');
  await expect.poll(() => distanceFromTop(row)).toBeLessThan(900);
});

test('a guide can be read, without buttons that would copy', async () => {
  await page.goto(`${site.address}guides/mock/`);
  expect(await page.locator('main pre').first().isVisible()).toBe(true);
  expect(await page.locator('.copy-button').filter({ visible: true }).count()).toBe(0);
});

test('all that goes nowhere else, without a word on the console', () => {
  expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
});
