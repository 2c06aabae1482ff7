import { en } from '../src/language/texts/en.js';
import { connectionsPicture } from '../src/pictures/connections-picture.js';
import { cutText, layOut } from '../src/pictures/lay-out.js';
import { expect, projects, test } from './console.js';
import { connected, orders } from './small-team.js';

const place = `endpoint-services/${orders}`;

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
  await visit(`${place}?tab=ports`);
  const table = page.getByRole('table', { name: 'Port mappings' });
  await expect(table.getByRole('columnheader')).toHaveText(['Port of the endpoint', 'Protocol', 'Port of the backend']);
  await expect(table.getByRole('row').last().getByRole('cell')).toHaveText(['443', 'TCP', '8443']);
});

test('the picture of a service: who is connected, its ports and its backend, by keyboard and as a table', async ({
  mock,
  page,
  visit,
}) => {
  await visit(`${place}?tab=picture`);
  const picture = page.getByRole('group', { name: 'Who is connected to the service, and what is behind it' });
  const consumer = projects['Northern branch'];
  await expect(picture.getByRole('img', { name: `Account, ${consumer}` })).toBeVisible();
  for (const name of [
    `Endpoint, ${connected}, Accepted`,
    'Endpoint, adb7b229-bb11-4072-bcc0-3327cd784263, Waiting for approval',
    'Endpoint service, orders, Available',
    'TCP, 443 → 8443',
    `Backend (LB), ${mock.state().services.find(({ id }) => id === orders)?.port_id ?? 'none'}`,
  ]) {
    await expect(picture.getByRole('link', { name, exact: true }), name).toBeVisible();
  }
  // Each status has a line and a shape of its own, beside its colour and its words.
  const looks = await picture
    .locator('path[data-look]')
    .evaluateAll((lines) => lines.map((line) => line.getAttribute('data-look')));
  expect(looks.filter((look) => look !== 'plain').sort()).toEqual(['good', 'off', 'waiting']);
  await expect(picture.locator('.picture-status')).toHaveCount(4);

  await page.getByText('Table', { exact: true }).click();
  const connections = page.getByRole('table', { name: 'Connections' });
  await expect(connections.getByRole('row')).toHaveCount(4);
  await expect(connections.getByRole('row', { name: /Rejected$/ })).toContainText(consumer);
  await expect(page.getByRole('table', { name: 'Port mappings' }).getByRole('row').last()).toContainText(
    '443 → 8443TCP',
  );
  await page.getByRole('radiogroup').getByText('Picture').click();

  // From the switch, Tab goes past the way to refresh into the picture, box by box.
  await page.getByRole('button', { name: 'Refresh' }).focus();
  for (let box = 0; box < 5; box++) await page.keyboard.press('Tab');
  await expect(picture.getByRole('link', { name: 'TCP, 443 → 8443' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/tab=ports/);
});

test('the overview: services with who uses them, page by page, within ten requests', async ({
  mock,
  page,
  visit,
  goOn,
  settled,
  observed,
}) => {
  await visit('overview');
  const services = page.getByRole('region', { name: 'Services of this project' });
  const uses = page.getByRole('region', { name: 'Services that this project uses' });
  await expect(services.getByRole('status')).toHaveText('4 of 4 in the picture');
  // An account that is behind several services is drawn once.
  await expect(services.getByRole('img', { name: /^Account/ })).toHaveCount(1);
  await expect(services.getByRole('img', { name: 'Endpoint, No connections' })).toHaveCount(2);
  await services.getByText('Table', { exact: true }).click();
  // What is no connection has no status.
  await expect(services.getByRole('row', { name: /No connections –$/ })).toHaveCount(2);
  await services.getByText('Picture', { exact: true }).click();
  await expect(uses.getByRole('img', { name: 'Endpoint service, warehouse' })).toBeVisible();
  await uses.getByRole('link', { name: /^Endpoint, 03184a04-.*, Accepted$/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('03184a04');

  mock.load('busy');
  observed.calls.length = 0;
  await visit('overview');
  await expect(services.getByRole('status')).toHaveText('10 of 400 in the picture');
  await expect(services).toContainText('Of 3 services the picture has only the number of connections');
  await settled();
  const isOfApi = (call: string) => call.includes('/v1/');
  expect(observed.calls.filter(isOfApi).length).toBeLessThanOrEqual(10);
  // The list of services is known by now.
  observed.calls.length = 0;
  await goOn('overview?page=2');
  await expect(services.getByRole('link', { name: /-380, / })).toHaveCount(0);
  await expect(services.getByRole('link', { name: /-389, / })).toBeVisible();
});

test('what is known stays in the pictures when some of it cannot be read, or not again', async ({
  mock,
  page,
  visit,
  goOn,
  observed,
}) => {
  const unreadable = { operation: 'listServiceConnections', error: 'EndPoint.0004' } as const;
  mock.setFaults([{ ...unreadable, path: { vpc_endpoint_service_id: orders } }]);
  await visit('overview');
  const services = page.getByRole('region', { name: 'Services of this project' });
  const uses = page.getByRole('region', { name: 'Services that this project uses' });
  const alert = services.getByRole('alert');
  await expect(alert).toContainText('The connections of orders could not be read');
  await expect(alert).toContainText('EndPoint.0004');
  await expect(services.getByRole('status')).toHaveText('4 of 4 in the picture');
  await expect(services.getByRole('link', { name: /^Endpoint service, orders/ })).toBeVisible();
  // Of the unread ones, the list of services tells how many there are.
  await expect(services.getByRole('link', { name: /^Endpoint, \d connected$/ })).toHaveCount(1);
  await expect(services.getByRole('img', { name: 'Endpoint, No connections' })).toHaveCount(2);
  const isOfConnections = (call: string) => call.includes('/connections');
  const before = observed.calls.filter(isOfConnections).length;
  mock.setFaults([]);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(services.getByRole('img', { name: /^Account/ })).toBeVisible();
  await expect(alert).toHaveCount(0);
  // What was read is not asked for again.
  expect(observed.calls.filter(isOfConnections)).toHaveLength(before + 1);

  mock.setFaults([{ error: 'EndPoint.0004' }]);
  for (const part of [services, uses]) {
    await part.getByRole('button', { name: 'Refresh' }).click();
    await expect(part.getByRole('alert').first()).toContainText('EndPoint.0004');
    await expect(part.getByRole('link', { name: /^Endpoint/ }).first()).toBeVisible();
  }
  // The same failure of several services is told once.
  await expect(services.getByRole('alert').filter({ hasText: 'The connections of ' })).toHaveCount(1);

  mock.setFaults([]);
  await goOn(`${place}?tab=picture`);
  const picture = page.getByRole('tabpanel', { name: 'Picture' });
  await expect(picture.getByRole('link', { name: /Accepted$/ })).toBeVisible();
  mock.setFaults([unreadable]);
  await picture.getByRole('button', { name: 'Refresh' }).click();
  await expect(picture.getByRole('alert')).toContainText('EndPoint.0004');
  await expect(picture.getByRole('link', { name: /Accepted$/ })).toBeVisible();
});

test('hundreds of connections: the largest accounts, a few endpoints of each, and the way to the rest', () => {
  const connections = Array.from({ length: 300 }, (_, index) => ({
    id: `endpoint-${index}`,
    status: index % 3 === 0 ? ('pendingAcceptance' as const) : ('accepted' as const),
    // One account has a third of all.
    domain_id: index < 100 ? 'largest' : `account-${index % 20}`,
    marker_id: index,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  }));
  const service = { id: 'service', kind: 'Endpoint service', name: 'orders', column: 2 };
  const room = { accounts: 3, endpoints: 5 };
  const { nodes, edges, rows } = connectionsPicture(
    { service, connections, total: 1000, listAddress: 'list', room },
    en,
  );
  const names = nodes.map(({ name }) => name);
  expect(names.filter((name) => name.startsWith('account-') || name === 'largest')).toHaveLength(3);
  expect(names[0]).toBe('largest');
  expect(nodes.filter(({ address }) => address === 'list').map(({ name, kind }) => `${name}: ${kind}`)).toEqual(
    expect.arrayContaining([
      '+ 95 more: 63 × Accepted, 32 × Waiting for approval',
      expect.stringMatching(/^\+ 18 more accounts: \d+ × Waiting for approval, \d+ × Accepted$/),
      '+ 700 more: Endpoint',
    ]),
  );
  expect(rows).toHaveLength(3 * 6 + 2);
  const placed = layOut({ nodes: [...nodes, service], edges, tables: [] });
  const overlaps = placed.nodes.filter((one, index) =>
    placed.nodes.slice(index + 1).some((other) => one.x === other.x && Math.abs(one.y - other.y) < 50),
  );
  expect(overlaps).toEqual([]);
  expect(cutText('cn-north-4.a-very-long-name', 80, 12)).toMatch(/^cn-north.*…$/);
  expect(cutText('很长很长的名称', 60, 12)).toBe('很长很长…');
});
