import { expect, inTime, test } from './console.js';
import { orders } from './small-team.js';

test('a service is created and deleted without a mouse', async ({ mock, page, visit }) => {
  await page.clock.install();
  mock.load('empty');
  await visit('endpoint-services');
  const main = page.getByRole('main');
  // The first stop is the way past the header.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(main).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(main.getByRole('link', { name: 'Create endpoint service' }).first()).toBeFocused();
  await page.keyboard.press('Enter');
  // A new page has the focus, so that one goes on in it.
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Create endpoint service');
  await expect(main).toBeFocused();

  // The way back, and the question mark of the first field.
  for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab');
  await expect(main.getByRole('radio', { name: /^VM/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(main.getByRole('radio', { name: /^VIP/ })).toBeChecked();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('some-vpc');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('11111111-2222-4333-8444-555555555555');
  await main.getByLabel(/ client_port$/).focus();
  await page.keyboard.type('8080');
  await main.getByLabel(/ server_port$/).focus();
  await page.keyboard.type('80');
  await page.keyboard.press('Enter');
  await expect(main.locator('[data-status=creating]')).toBeVisible();
  mock.clock.advance('2m');
  await inTime(page, () => expect(main.locator('[data-status=available]')).toBeVisible({ timeout: 500 }));

  await main.getByRole('button', { name: 'Delete' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  // Who presses once more too soon takes nothing away.
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  // Escape changes nothing, and leads back to the button.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(main.getByRole('button', { name: 'Delete' })).toBeFocused();
  expect(mock.state().services).toMatchObject([{ status: 'available' }]);
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Delete' }).focus();
  await page.keyboard.press('Enter');
  await expect(main.locator('[data-status=deleting]')).toBeVisible();
});

test('tabs and columns are reached by keyboard', async ({ page, visit }) => {
  await visit(`endpoint-services/${orders}`);
  await page.getByRole('tab', { name: 'Details' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Connections' })).toHaveAttribute('aria-selected', 'true');
  await expect(page).toHaveURL(/tab=connections/);

  await visit('endpoint-services');
  await expect(page.getByRole('link', { name: 'orders' })).toBeVisible();
  await page.getByRole('button', { name: 'Created' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sort_dir=asc/);
});

test('who works by keyboard stays where something goes once it is done', async ({ page, visit, goOn }) => {
  const service = `endpoint-services/${orders}`;
  await visit(`${service}?tab=connections`);
  const main = page.getByRole('main');
  const waiting = main.getByRole('row', { name: /Waiting for approval/ });
  const endpoint = (await waiting.getByRole('button', { name: /^Copy/ }).first().getAttribute('aria-label')) ?? '';
  const row = main.getByRole('row', { name: new RegExp(endpoint.replace('Copy ', '')) });
  const hasFocus = (place: typeof main) => place.evaluate((element) => element.contains(document.activeElement));
  await waiting.getByRole('button', { name: 'Accept' }).press('Enter');
  await expect(row).toContainText('Accepted');
  await expect.poll(() => hasFocus(row)).toBe(true);
  await row.getByRole('button', { name: 'Reject' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).press('Enter');
  await expect(row).toContainText('Rejected');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(() => hasFocus(row)).toBe(true);

  await row.getByRole('checkbox').press('Space');
  await main.getByRole('button', { name: 'Select none' }).press('Enter');
  await expect.poll(() => hasFocus(main)).toBe(true);
  // A press beside everything is meant.
  await page.locator('.console-title').click();
  await row.getByRole('checkbox').evaluate((box) => {
    box.remove();
  });
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);

  await goOn(`${service}?tab=tags`);
  await main.getByLabel(/^Key/).fill('team');
  await main.getByLabel(/^Value/).fill('orders');
  await main.getByLabel(/^Value/).press('Enter');
  await expect(main.getByRole('list', { name: 'Tags' })).toContainText('team');
  await expect(main.getByLabel(/^Value/)).toBeFocused();
  await main.getByRole('button', { name: 'Remove the tag team' }).press('Enter');
  await expect(main.getByRole('list', { name: 'Tags' })).not.toContainText('team');
  await expect(main.getByRole('list', { name: 'Tags' })).toBeFocused();
});
