import { fileURLToPath } from 'node:url';
import { operationIds } from '../src/generated/document-values.js';
import { expect, fillInService, test } from './console.js';

const axe = fileURLToPath(import.meta.resolve('axe-core'));

test('the clock is put ahead, and what is on the page follows', async ({ mock, page, visit }) => {
  await visit('endpoint-services/create');
  const main = page.getByRole('main');
  await fillInService(main);
  await main.getByRole('button', { name: 'Create' }).click();
  await expect(main.locator('[data-status=creating]')).toBeVisible();

  await page.getByRole('button', { name: 'Control the mock' }).click();
  const drawer = page.getByRole('dialog', { name: 'Control the mock' });
  await drawer.getByRole('tab', { name: 'Clock' }).click();
  await expect(drawer).toContainText('The clock stands still until it is put ahead.');
  await expect(drawer.locator('.mock-now code')).toHaveText(mock.clock.now());
  await drawer.getByLabel('Another length of time').fill('soon');
  await drawer.getByRole('button', { name: 'Put ahead' }).click();
  await expect(drawer).toContainText('Write a number and its unit');
  await drawer.getByLabel('Another length of time').fill('90s');
  await drawer.getByRole('button', { name: 'Put ahead' }).click();
  await expect(drawer.locator('.mock-now code')).toHaveText('2026-01-01T00:01:30Z');
  // Nobody waited for the next poll: the page has read again what the clock has changed.
  await expect(main.locator('[data-status=available]')).toBeVisible();
  await drawer.getByRole('button', { name: '10 minutes' }).click();
  await expect(drawer.locator('.mock-now code')).toHaveText('2026-01-01T00:11:30Z');
  expect(mock.clock.now()).toBe('2026-01-01T00:11:30Z');
});

test('a snapshot is saved, restored and deleted; what the mock refuses is told in its words', async ({
  mock,
  page,
  visit,
}) => {
  await visit('endpoint-services');
  await page.getByRole('button', { name: 'Control the mock' }).click();
  const drawer = page.getByRole('dialog', { name: 'Control the mock' });
  await drawer.getByRole('tab', { name: 'State' }).click();
  const snapshots = drawer.getByRole('list', { name: 'Snapshots' });
  await drawer.getByLabel('Name of the snapshot').fill('no/name');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(drawer.getByRole('alert').filter({ hasText: 'The mock did not do this' })).toContainText('name must');
  await drawer.getByLabel('Name of the snapshot').fill('before');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(snapshots).toContainText(/before.*\d+ services, \d+ endpoints/);

  mock.load('empty');
  await drawer.getByRole('button', { name: 'Restore before' }).click();
  await expect(page.getByText('The mock is as it was in before.')).toBeVisible();
  await expect.poll(() => mock.state().services.length).toBeGreaterThan(0);
  await expect(page.getByRole('main').getByText('orders', { exact: true })).toBeVisible();
  await drawer.getByRole('button', { name: 'Delete before' }).click();
  await expect(drawer).toContainText('No snapshots yet');
  expect(mock.snapshots.list()).toEqual([]);
});

test.describe('with axe', () => {
  // The policy of the page would keep axe out.
  test.use({ bypassCSP: true });

  test('the journal shows what arrived and what was answered; the drawer has no fault that axe knows', async ({
    mock,
    page,
    visit,
    settled,
  }) => {
    await visit('quotas');
    mock.setFaults([{ operation: 'listEndpoints', error: 'EndPoint.0005' }]);
    await page.getByRole('link', { name: 'Endpoints', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('EndPoint.0005');
    await page.getByRole('button', { name: 'Control the mock' }).click();
    const drawer = page.getByRole('dialog', { name: 'Control the mock' });
    await drawer.getByRole('tab', { name: 'Requests' }).click();
    const requests = drawer.getByRole('list', { name: 'Requests' }).getByRole('listitem');
    await expect(requests.filter({ hasText: 'listQuotaDetails' }).first()).toContainText('200');
    const failed = requests.filter({ hasText: 'EndPoint.0005' }).first();
    await expect(failed.locator('time')).toHaveText(/\d{4}, \d{2}:\d{2}:\d{2} [AP]M UTC$/);
    await failed.locator('summary').click();
    await expect(failed.getByRole('region', { name: 'Request' })).toContainText('"limit": 10');
    await expect(failed.getByRole('region', { name: 'Response' })).toContainText('"error_code": "EndPoint.0005"');

    await drawer.getByRole('combobox', { name: 'Only those for' }).fill('listQuota');
    await page.getByTitle('listQuotaDetails', { exact: true }).click();
    await expect(requests.filter({ hasText: 'listEndpoints' })).toHaveCount(0);
    await expect(requests.filter({ hasText: 'listQuotaDetails' }).first()).toBeVisible();

    await page.addScriptTag({ path: axe });
    for (const tab of ['Requests', 'State', 'Clock', 'Faults']) {
      await drawer.getByRole('tab', { name: tab }).click();
      await settled();
      const found = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(
          '[role=dialog]',
        );
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      });
      expect(found, tab).toEqual([]);
    }
    await drawer.getByRole('tab', { name: 'Requests' }).click();
    // The page reads anew what it shows, at once: those from before are gone.
    const latest = mock.requests().at(-1)?.id ?? 0;
    await drawer.getByRole('button', { name: 'Forget them all' }).click();
    await expect.poll(() => mock.requests().filter(({ id }) => id <= latest)).toEqual([]);
  });
});

test('faults can be set for every operation of the document', async () => {
  const { operationsOf } = await import('@vpcep/openapi/reader');
  const { document } = await import('@vpcep/openapi/documents');
  expect([...operationIds]).toEqual(operationsOf(document).map(({ operationId }) => operationId));
});
