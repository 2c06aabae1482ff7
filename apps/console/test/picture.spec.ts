import { expect, test } from './console.js';

const orders = 'endpoint-services/4189d3c2-8882-4871-a3c2-d380272eed83';

test('quotas are bars: what is used is said once, with a warning in time, whatever the service answers', async ({
  page,
  visit,
}) => {
  const resources = [
    { type: 'endpoint_service', used: 89, quota: 100 },
    { type: 'endpoint', used: 135, quota: 150 },
    { type: 'gateway', used: 12, quota: 10 },
    { type: 'odd', quota: 5 },
    { type: 'odd', used: null, quota: 5 },
    { type: 'odd', used: 'many', quota: 5 },
  ];
  await page.route('**/quotas', (route) =>
    route.fulfill({ json: { quotas: { resources } }, headers: { 'Access-Control-Allow-Origin': '*' } }),
  );
  await visit('quotas');
  const cards = page.locator('.cards > *');
  await expect(cards).toHaveText([
    'Endpoint services89 of 100 used 11 left',
    'Endpoints135 of 150 used Nearly used up: 15 left',
    /^gateway12 of 10 used None left: delete one/,
    'odd– of 5 used These are no figures that can be compared.',
    'odd– of 5 used These are no figures that can be compared.',
    'oddmany of 5 used These are no figures that can be compared.',
  ]);
  const meters = page.getByRole('meter');
  await expect(meters).toHaveCount(3);
  await expect(page.getByRole('meter', { name: 'Endpoints', exact: true })).toHaveAttribute('aria-valuenow', '135');
  const levels = await meters.evaluateAll((bars) => bars.map((bar) => bar.getAttribute('data-level')));
  expect(levels).toEqual(['enough', 'scarce', 'full']);
});

test('ports lead from the endpoint to the backend, and are a table to those who do not see it', async ({
  page,
  visit,
}) => {
  await visit(`${orders}?tab=ports`);
  const table = page.getByRole('table', { name: 'Port mappings' });
  await expect(table.getByRole('columnheader')).toHaveText(['Port of the endpoint', 'Protocol', 'Port of the backend']);
  await expect(table.getByRole('row').last().getByRole('cell')).toHaveText(['443', 'TCP', '8443']);
});
