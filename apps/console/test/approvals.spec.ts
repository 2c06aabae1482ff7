import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './console.js';

/** Has the service give so many connections in an answer at most, and those after them only once they are let through. */
async function answersInParts(page: Page, most: number): Promise<() => void> {
  const gate = new AbortController();
  const isLetThrough = once(gate.signal, 'abort');
  await page.route(/\/connections\?.*limit=1000/, async (route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('limit', String(most));
    if (url.searchParams.get('offset') !== '0') await isLetThrough;
    await route.continue({ url: url.href });
  });
  return () => {
    gate.abort();
  };
}

test('what waits beyond the first answer of a service is counted, read, paged and saved', async ({
  mock,
  page,
  visit,
}) => {
  mock.load('approval-queue');
  const waiting = mock.state().endpoints.filter(({ status }) => status === 'pendingAcceptance');
  const letThrough = await answersInParts(page, 10);
  await visit('approvals?page=3');
  const main = page.getByRole('main');
  await expect(main).toContainText('24 found');
  await expect(main).toContainText('14 more endpoints wait, and are not listed yet.');
  letThrough();
  await expect(main.getByRole('row')).toHaveCount(5);
  await expect(main).not.toContainText('not listed yet');
  await expect(main.getByRole('button', { name: 'Page 3' })).toHaveAttribute('aria-current', 'page');

  const download = page.waitForEvent('download');
  await main.getByRole('button', { name: 'Save as' }).click();
  await main.getByRole('button', { name: 'JSON' }).click();
  const saved = JSON.parse(await readFile(await (await download).path(), 'utf8')) as { id: string }[];
  expect(saved.map(({ id }) => id).sort()).toEqual(waiting.map(({ id }) => id).sort());

  // A decision may move what comes after from one answer to the one before.
  await main.getByRole('button', { name: 'Page 1' }).click();
  await main
    .getByRole('button', { name: /^Accept/ })
    .first()
    .click();
  await expect(main).toContainText('23 found');
});

test('a file has all that is counted, also what was not listed yet', async ({ mock, page, visit }) => {
  mock.load('approval-queue');
  const letThrough = await answersInParts(page, 10);
  await visit('approvals');
  const main = page.getByRole('main');
  await expect(main).toContainText('14 more endpoints wait, and are not listed yet.');
  const download = page.waitForEvent('download');
  await main.getByRole('button', { name: 'Save as' }).click();
  await main.getByRole('button', { name: 'CSV' }).click();
  letThrough();
  await download;
  await expect(main).toContainText('24 rows are in approvals.csv.');
});

test('a service is found by name and by ID, and it alone is asked', async ({ mock, page, visit, observed }) => {
  await page.clock.install();
  mock.load('busy');
  const { endpoints, services } = mock.state();
  const waiting = endpoints.filter(({ status }) => status === 'pendingAcceptance').at(-1);
  const service = services.find(({ id }) => id === waiting?.endpoint_service_id);
  if (service === undefined) throw new Error('nothing waits in the state busy');
  const count = endpoints.filter(
    ({ status, endpoint_service_id: id }) => status === 'pendingAcceptance' && id === service.id,
  ).length;
  await visit('approvals');
  const main = page.getByRole('main');
  await expect(main).toContainText('Looked through 7 of 390 services.');
  await expect.poll(() => observed.pending.size).toBe(0);
  const before = observed.calls.length;
  await main.getByRole('button', { name: 'Endpoint service: All services' }).click();
  const found = main.getByRole('list', { name: 'Services that are found' });
  await expect(found.getByRole('button')).toHaveCount(10);
  await expect(found.getByRole('button').first()).toContainText('Needs approval');
  await main.getByRole('searchbox', { name: 'Name contains, or ID' }).fill(service.id);
  await page.keyboard.press('Enter');
  await expect(found.getByRole('button')).toHaveCount(1);
  await main.getByRole('searchbox', { name: 'Name contains, or ID' }).fill(service.name ?? '');
  await page.keyboard.press('Enter');
  await found.getByTitle(service.id, { exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`service=${service.id}`));
  await expect(main).toContainText(`${count} found`);
  await expect(main.getByRole('button', { name: `Endpoint service: ${service.name ?? ''}` })).toBeFocused();
  await expect.poll(() => observed.pending.size).toBe(0);
  const asked = observed.calls.slice(before).filter((call) => call.includes('/connections?'));
  expect(asked).toEqual([expect.stringContaining(service.id)]);

  await main.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(main).toContainText('of 390 services.');
});

test('an address with a page that there cannot be shows the first', async ({ mock, page, visit }) => {
  mock.load('approval-queue');
  for (const odd of ['abc', '-1', '0']) {
    await visit(`approvals?page=${odd}`);
    await expect(page.getByText('24 found')).toBeVisible();
    await expect(page.getByRole('main').getByRole('row')).toHaveCount(11);
  }
});
