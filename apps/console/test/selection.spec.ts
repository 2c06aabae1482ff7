import { expect, test } from './console.js';
import { orders } from './small-team.js';

test('what was decided by the button of a row is selected no longer', async ({ mock, page, visit }) => {
  mock.load('approval-queue');
  await visit('approvals');
  const main = page.getByRole('main');
  await expect(main).toContainText('24 found');
  await main.getByRole('checkbox', { name: 'Select all of this page' }).check();
  await expect(main).toContainText('10 selected');
  await main
    .getByRole('button', { name: /^Accept \w/ })
    .first()
    .click();
  await expect(main).toContainText('23 found');
  await expect(main).toContainText('9 selected');

  // Where the row stays, too.
  const [service] = mock.state().services;
  await visit(`endpoint-services/${service?.id ?? ''}?tab=connections`);
  const waiting = main.getByRole('row', { name: /Waiting for approval/ }).first();
  const endpoint = (await waiting.getByRole('button', { name: /^Accept / }).getAttribute('aria-label')) ?? '';
  await waiting.getByRole('checkbox').check();
  await expect(main.getByText('1 selected', { exact: true })).toBeVisible();
  await main.getByRole('button', { name: endpoint }).click();
  await expect(page.getByText(`The connection of ${endpoint.replace('Accept ', '')} is accepted.`)).toBeVisible();
  await expect(main.getByText(/\d selected/)).toHaveCount(0);
});

test('what others have done since counts for what is selected, and what is gone is selected no longer', async ({
  mock,
  page,
  visit,
  elsewhere,
  comeBack,
}) => {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const read = () => main.getByRole('button', { name: 'Refresh' }).click();
  const pending = mock
    .state()
    .endpoints.filter((each) => each.endpoint_service_id === orders && each.status === 'pendingAcceptance');
  await visit(`endpoint-services/${orders}?tab=connections`);
  const bar = main.getByRole('region', { name: 'With what is selected' });
  const waiting = main.getByRole('row', { name: /Waiting for approval/ });
  expect(pending).toHaveLength(1);
  await waiting.getByRole('checkbox').check();
  await bar.getByRole('button', { name: 'Reject' }).click();
  await expect(dialog).toContainText('Reject 1 connection?');
  const decide = (action: string) =>
    elsewhere('POST', `vpc-endpoint-services/${orders}/connections/action`, {
      action,
      endpoints: [pending[0]?.id],
    });
  await decide('reject');
  await comeBack();
  await expect(main.locator('[data-status=rejected]').first()).toBeAttached();
  // What is no longer to be rejected is not rejected, although the question was there before.
  await expect(dialog).toContainText('Reject 0 connections?');
  await expect(dialog.getByRole('button', { name: 'Reject' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar.getByRole('button', { name: 'Reject (0)' })).toBeDisabled();
  await expect(bar.getByRole('button', { name: 'Accept', exact: true })).toBeEnabled();

  await visit('endpoint-services');
  const free = mock
    .state()
    .services.find(({ id }) => mock.state().endpoints.every((each) => each.endpoint_service_id !== id));
  await main.getByRole('checkbox', { name: 'Select all of this page' }).check();
  await expect(main).toContainText('4 selected');
  await elsewhere('DELETE', `vpc-endpoint-services/${free?.id ?? ''}`);
  mock.clock.advance('2m');
  await read();
  await expect(main).toContainText('3 found');
  await expect(main).toContainText('3 selected');
});

test('rows of other pages stay selected, those that a filter no longer shows do not', async ({ mock, page, visit }) => {
  mock.load('busy');
  await visit('endpoint-services');
  const main = page.getByRole('main');
  await main.getByRole('checkbox', { name: 'Select all of this page' }).check();
  await main.getByRole('button', { name: 'Page 2' }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(main.getByRole('checkbox', { name: 'Select all of this page' })).not.toBeChecked();
  await main.getByRole('row').nth(1).getByRole('checkbox').check();
  await expect(main).toContainText('11 selected');
  await main.getByRole('button', { name: 'Created' }).click();
  await expect(page).toHaveURL(/sort_dir=asc/);
  await expect(main.locator('[aria-busy=true]')).toHaveCount(0);
  await expect(main).toContainText('11 selected');

  // Back in the order of before, on the first page.
  await main.getByRole('button', { name: 'Created' }).click();
  await expect(main.getByRole('checkbox', { name: 'Select all of this page' })).toBeChecked();
  const name = await main.getByRole('row').nth(1).getByRole('link').innerText();
  await main.getByLabel('Name contains').fill(name);
  await main.getByLabel('Name contains').press('Enter');
  await expect(main.getByText('1 selected', { exact: true })).toBeVisible();
  await expect(main.getByRole('row').nth(1).getByRole('checkbox')).toBeChecked();

  // With fewer filters nothing goes.
  await main.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(main).toContainText('400 found');
  await expect(main.getByText('1 selected', { exact: true })).toBeVisible();
});
