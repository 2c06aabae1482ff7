import { serveConsole } from '../build/serve-console.js';
import { expect, fillInService, inTime, test as base } from './console.js';
import { orders } from './small-team.js';

/** The console alone, with nothing behind it. */
const alone = (configuration: object) =>
  base.extend<object, { site: { url: string } }>({
    site: [
      // eslint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs.
      async ({}, use) => {
        const site = await serveConsole({ mock: 'in-page', ...configuration });
        await use(site);
        site.close();
      },
      { scope: 'worker' },
    ],
  });
const test = alone({});
const later = alone({ asOf: '2026-08' });

test('without a server, the console lists, creates and waits on a mock in the page', async ({
  page,
  visit,
  goOn,
  observed,
}) => {
  await page.clock.install();
  await visit('endpoint-services');
  await expect(page.getByRole('link', { name: 'orders' })).toBeVisible();

  await goOn('endpoint-services/create');
  const main = page.getByRole('main');
  await fillInService(main);
  await main.getByRole('button', { name: 'Create' }).click();
  await expect(main.locator('[data-status=creating]')).toBeVisible();
  await inTime(page, () => expect(main.locator('[data-status=available]')).toBeVisible({ timeout: 500 }), 1000);

  const [id = 'none'] = /[^/]+$/.exec(page.url()) ?? [];
  await goOn('endpoint-services');
  await expect(page.locator(`a[href*="endpoint-services/${id}"]`).first()).toBeVisible();
  expect(observed.calls).toEqual([]);
});

test('the drawer has the mock in the page do what it has a server do', async ({ page, visit }) => {
  await visit('endpoint-services');
  await page.getByRole('button', { name: 'Control the mock' }).click();
  const drawer = page.getByRole('dialog', { name: 'Control the mock' });
  await drawer.getByRole('button', { name: 'Set this fault' }).click();
  await expect(drawer).toContainText('Every call: held back for 2000ms');
  await drawer.getByRole('button', { name: 'Clear all' }).click();

  await drawer.getByRole('tab', { name: 'Clock' }).click();
  await expect(drawer).toContainText('The clock runs by itself');
  const now = async () => Date.parse(await drawer.locator('.mock-now code').innerText());
  const before = await now();
  await drawer.getByRole('button', { name: '1 hour' }).click();
  await expect.poll(now).toBeGreaterThanOrEqual(before + 3_600_000);

  await drawer.getByRole('tab', { name: 'State' }).click();
  await drawer.getByLabel('Name of the snapshot').fill('team');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(drawer.getByRole('list', { name: 'Snapshots' })).toContainText('team');

  await drawer.getByRole('tab', { name: 'Requests' }).click();
  await expect(drawer.getByRole('list', { name: 'Requests' })).toContainText('listEndpointService');
});

later('the mock in the page is as of the state that forms go by', async ({ page, visit }) => {
  const key = 'cost-centre-of-the-northern-branch:2026';
  await visit(`endpoint-services/${orders}?tab=tags`);
  await page.getByLabel(/ key$/).fill(key);
  await page.getByRole('button', { name: 'Add a tag' }).click();
  await expect(page.getByRole('list', { name: 'Tags' })).toContainText(key);
});

test('another address that is entered is no mock of the page', async ({ mock, page, visit, observed }) => {
  await visit('quotas');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByLabel('Address of the API').fill(mock.url);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => observed.calls).toContain('GET /_mock/health');
});

base('a console with an API elsewhere loads no mock', async ({ page, visit }) => {
  const loaded: string[] = [];
  page.on('response', async (response) => {
    if (response.url().endsWith('.js') && (await response.text()).includes('startMock')) loaded.push(response.url());
  });
  await visit('endpoint-services');
  await expect(page.getByRole('link', { name: 'orders' })).toBeVisible();
  expect(loaded).toEqual([]);
});
