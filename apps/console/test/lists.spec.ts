import { expect, test } from './console.js';

test('filters, order and page are in the address, and lead back to the same list', async ({
  mock,
  page,
  visit,
  observed,
}) => {
  mock.load('busy');
  await visit('endpoint-services');
  const main = page.getByRole('main');
  await expect(main).toContainText('400 found');
  await main.getByLabel('Name contains').fill('orders');
  await main.getByLabel('Name contains').press('Enter');
  await expect(main).toContainText('50 found');
  await main.getByRole('columnheader', { name: 'Created' }).click();
  await expect(page).toHaveURL(/sort_key=create_at&sort_dir=asc|sort_dir=asc/);
  await expect(main.getByRole('row').nth(1)).toContainText('orders-0');
  await main.getByRole('listitem', { name: '2' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(main.getByRole('row').nth(1)).toContainText('orders-80');
  expect(observed.calls.at(-1)).toContain('limit=10&offset=10');

  await page.reload();
  await expect(main.getByRole('row').nth(1)).toContainText('orders-80');
  await expect(main.getByLabel('Name contains')).toHaveValue('orders');
  await page.goBack();
  await expect(main.getByRole('row').nth(1)).toContainText('orders-0');

  // Another filter begins at the first page.
  await page.goForward();
  await main.getByRole('combobox', { name: 'Status' }).click();
  await page.locator('.ant-select-item-option', { hasText: 'Failed' }).click();
  await expect(page).not.toHaveURL(/page=/);
  await expect(main.getByText('No endpoint service matches the filters')).toBeVisible();
  await main.getByRole('button', { name: 'Clear the filters' }).first().click();
  await expect(main).toContainText('400 found');
});

test('an address with values that the API does not have shows the list without them', async ({ page, visit }) => {
  await visit('endpoint-services?status=nonsense&sort_key=size&page=x');
  await expect(page.getByText('4 found')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a page past the end leads to the last one', async ({ mock, page, visit }) => {
  mock.load('busy');
  await visit('endpoint-services?page=99');
  await expect(page).toHaveURL(/page=40/);
  await expect(page.getByRole('row')).toHaveCount(11);
});

test('an approval queue of many is paged, and shrinks with each decision', async ({ mock, page, visit }) => {
  mock.load('approval-queue');
  await visit('approvals');
  const main = page.getByRole('main');
  await expect(main).toContainText('24 found');
  await main
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click();
  await expect(main).toContainText('23 found');
  await main
    .getByRole('button', { name: /^Reject/ })
    .first()
    .click();
  await expect(main).toContainText('22 found');
  const count = (wanted: string) => mock.state().endpoints.filter(({ status }) => status === wanted).length;
  expect({ accepted: count('accepted'), rejected: count('rejected') }).toEqual({ accepted: 6, rejected: 2 });
});
