import { expect, inTime, test } from './console.js';

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
  await visit('endpoint-services/4189d3c2-8882-4871-a3c2-d380272eed83');
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
