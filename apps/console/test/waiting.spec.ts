import type { Page } from '@playwright/test';
import { createVpcepClient } from '@vpcep/client';
import type { Mock } from '@vpcep/mock';
import { expect, inTime, projects, test } from './console.js';

/** Creates a service as somebody else would, and returns its ID. */
async function createService({ url }: Mock, service_name: string): Promise<string> {
  const vpcep = createVpcepClient({ baseUrl: url, projectId: projects['Web shop'], credentials: { token: 'any' } });
  const { id } = await vpcep.createEndpointService({
    body: {
      port_id: '11111111-2222-4333-8444-555555555555',
      vpc_id: 'vpc',
      server_type: 'VM',
      service_name,
      ports: [{ client_port: 8080, server_port: 80 }],
    },
  });
  return id;
}

/** What is said on a page from now on, also what has gone again when somebody looks. */
const listen = (page: Page) =>
  page.evaluateHandle(() => {
    const said: string[] = [];
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) said.push(node.textContent ?? '');
    }).observe(document.body, { childList: true, subtree: true });
    return said;
  });

/** Longer than the client's waiters wait between two polls. */
const severalPollsMs = 60_000;

test('a creation is followed while its page is open, and no longer', async ({ mock, page, visit, observed }) => {
  await page.clock.install();
  const id = await createService(mock, 'slow');
  const polls = () =>
    observed.calls.filter((call) => call === `GET /v1/${projects['Web shop']}/vpc-endpoint-services/${id}`).length;

  await visit(`endpoint-services/${id}`);
  await expect(page.locator('[data-status=creating]')).toBeVisible();
  // The page reads it, and the waiter polls at once, and again and again.
  await expect.poll(polls).toBeGreaterThanOrEqual(2);
  for (let seen = polls(), round = 0; round < 3; round++, seen = polls()) {
    await inTime(page, () => {
      expect(polls()).toBeGreaterThan(seen);
    });
  }
  await expect(page.getByText(/polled \d+ times/)).toBeVisible();

  await page.getByRole('link', { name: 'Quotas' }).click();
  await expect(page.getByText('of 100 used')).toBeVisible();
  const before = polls();
  await page.clock.runFor(severalPollsMs);
  // Whatever was on its way has arrived when a later call is answered.
  await page.getByRole('link', { name: 'Endpoints', exact: true }).click();
  await expect(page.getByRole('link', { name: '03184a04' })).toBeVisible();
  expect(polls()).toBe(before);

  // Whoever comes back is up to date without a reload.
  await page.goBack();
  await page.goBack();
  await expect(page.locator('[data-status=creating]')).toBeVisible();
  const said = await listen(page);
  mock.clock.advance('2m');
  await inTime(page, () => expect(page.locator('[data-status=available]')).toBeVisible({ timeout: 500 }));
  await expect.poll(() => said.jsonValue()).toContain('slow is available.');
});

test('what is waited for is announced too when the page learns of it before the wait does', async ({
  mock,
  page,
  visit,
  comeBack,
}) => {
  await page.clock.install();
  const id = await createService(mock, 'slow');
  await visit(`endpoint-services/${id}`);
  await expect(page.locator('[data-status=creating]')).toBeVisible();
  await page.clock.pauseAt(Date.now() + severalPollsMs);
  // The poll that was due, or on its way, has been answered.
  await expect(page.getByText(/for ([6-9]\d|\d{3}) s, polled/)).toBeVisible();
  const said = await listen(page);
  mock.clock.advance('2m');
  // The next poll of the wait is seconds away; a window that is looked at again reads what it shows.
  await comeBack();
  await inTime(page, () => expect(page.locator('[data-status=available]')).toBeVisible({ timeout: 500 }), 10);
  await expect.poll(() => said.jsonValue()).toContain('slow is available.');
});

test('a row of the list turns into available by itself', async ({ mock, page, visit }) => {
  await page.clock.install();
  await createService(mock, 'slow');
  await visit('endpoint-services');
  const row = page.getByRole('row', { name: 'slow' });
  await expect(row.locator('[data-status=creating]')).toBeVisible();
  mock.clock.advance('2m');
  await inTime(page, () => expect(row.locator('[data-status=available]')).toBeVisible({ timeout: 500 }));
});

test('a wait that the service breaks off says so, and can be taken up again', async ({ mock, page, visit }) => {
  const waiting = mock.state().endpoints.find(({ status }) => status === 'pendingAcceptance')?.id ?? '';
  // The page itself is answered, the waiter is not.
  mock.setFaults([{ operation: 'listEndpointInfoDetails', after: 1, error: 'EndPoint.0004' }]);
  await visit(`endpoints/${waiting}`, { project: 'Northern branch' });
  await expect(page.getByText('No longer watched: You may not do this')).toBeVisible();
  mock.setFaults([]);
  await page.getByRole('button', { name: 'Watch again' }).click();
  await expect(page.getByText(/polled once/)).toBeVisible();
});
