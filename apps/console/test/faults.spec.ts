import { en } from '../src/language/texts/en.js';
import { zhCN } from '../src/language/texts/zh-CN.js';
import { expect, fillInService, inTime, projects, test } from './console.js';
import { orders } from './small-team.js';

test('a slow service: what is there is a skeleton, then the list', async ({ mock, page, visit }) => {
  mock.setFaults([{ operation: 'listEndpointService', latency: '1s', times: 1 }]);
  await visit('endpoint-services');
  await expect(page.locator('main .loading')).toBeVisible();
  await expect(page.getByRole('link', { name: 'orders' })).toBeVisible();
  await expect(page.locator('main .loading')).toBeHidden();
});

test('a throttled service: the console waits as long as it is asked to, and says so', async ({
  mock,
  page,
  visit,
  observed,
}) => {
  await page.clock.install();
  mock.setFaults([{ operation: 'listEndpointService', status: 429, retryAfter: '3s', times: 1 }]);
  await visit('endpoint-services');
  await expect(page.getByRole('status').filter({ hasText: 'listEndpointService is tried again in 3 s' })).toBeVisible();
  await inTime(page, () => expect(page.getByRole('link', { name: 'orders' })).toBeVisible({ timeout: 500 }), 1000);
  await expect(page.getByText('is tried again')).toBeHidden();
  expect(observed.calls.filter((call) => call.includes('/vpc-endpoint-services?'))).toHaveLength(2);
});

test('a failing service: the failure, its code and what to do, and another try', async ({ mock, page, visit }) => {
  mock.setFaults([{ operation: 'listEndpoints', error: 'EndPoint.0001' }]);
  await visit('endpoints');
  const alert = page.getByRole('alert').filter({ hasText: 'EndPoint.0001' });
  await expect(alert).toContainText('The service failed');
  const { errorCatalogue } = await import('@vpcep/client/error-catalogue');
  await expect(alert).toContainText(errorCatalogue.get('EndPoint.0001')?.remedy.en ?? 'no remedy');
  mock.setFaults([]);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('link', { name: '03184a04' })).toBeVisible();
});

test('a connection that breaks', async ({ mock, page, visit }) => {
  mock.setFaults([{ operation: 'listQuotaDetails', drop: 'request' }]);
  await visit('quotas');
  await expect(page.getByRole('alert')).toContainText(`Is the service running at ${mock.url}`);
  mock.setFaults([{ operation: 'listQuotaDetails', error: 'EndPoint.0001' }]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toContainText('The service failed');
  // Nothing went on in silence until that was said.
  expect(mock.faultCounts()).toMatchObject([{ calls: 1 }]);
  mock.setFaults([]);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('4 of 100 used')).toBeVisible();
});

test('a failure is told by its status also where calls are made by paths', async ({ mock, page, visit }) => {
  for (const [status, kind] of [
    [500, 'server'],
    [503, 'server'],
    [401, 'unauthenticated'],
    [403, 'forbidden'],
    [429, 'throttled'],
    [400, 'refused'],
  ] as const) {
    mock.setFaults([{ operation: 'listQuotaDetails', status }]);
    await visit('quotas');
    await expect(page.getByRole('alert'), String(status)).toContainText(en.failures[kind]);
  }
});

test('a creation whose answer is lost may have taken effect, and that is said', async ({ mock, page, visit }) => {
  await page.route('**/vpc-endpoint-services', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    await route.fetch();
    return route.abort('connectionreset');
  });
  for (const [language, { failure, actions }] of Object.entries({ en, 'zh-CN': zhCN })) {
    await visit('endpoint-services/create', { language });
    const main = page.getByRole('main');
    await fillInService(main);
    await main.getByRole('button', { name: actions.create }).click();
    await expect(main.getByRole('alert').filter({ hasText: failure.mayBeDone })).toBeVisible();
    // What is sent again has the same ports, and would be refused.
    mock.reset();
  }
});

test('a decision whose answer is lost may have taken effect, and that is said of one and of several', async ({
  mock,
  page,
  visit,
}) => {
  mock.load('approval-queue');
  await page.route('**/connections/action', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await visit('approvals');
  const main = page.getByRole('main');
  await main
    .getByRole('button', { name: /^Accept \w/ })
    .first()
    .click();
  await expect(page.locator('.ant-message').getByText(en.failure.mayBeDone)).toBeVisible();
  // What is there was read again.
  await expect(main).toContainText('23 found');
  for (const row of [1, 2]) await main.getByRole('row').nth(row).getByRole('checkbox').check();
  await main.getByRole('region', { name: 'With what is selected' }).getByRole('button', { name: 'Accept' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Accept' }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: en.failure.mayBeDone })).toHaveCount(2);
});

test('a list that could not be read says nothing of what may have taken effect', async ({ page, visit }) => {
  await page.clock.install();
  await page.route('**/vpc-endpoints?*', (route) => route.abort('connectionreset'));
  await visit('endpoints');
  await inTime(page, () => expect(page.getByRole('alert')).toContainText(en.failures.unreachable, { timeout: 500 }));
  await expect(page.getByRole('alert')).not.toContainText(en.failure.mayBeDone);
});

test('what failed without a network is read again by itself once there is one', async ({
  mock,
  page,
  visit,
  goOn,
  context,
}) => {
  mock.load('busy');
  await page.clock.install();
  const alert = page.getByRole('main').getByRole('alert');
  await visit('approvals');
  for (const place of ['endpoint-services', 'approvals']) {
    await goOn(place);
    await expect(page.getByText(/\d found/)).toBeVisible();
    await context.setOffline(true);
    await page
      .getByRole('main')
      .getByRole('button', { name: place === 'approvals' ? 'Look on now' : 'Refresh' })
      .click();
    await inTime(page, () => expect(alert).toBeVisible({ timeout: 500 }));
    await context.setOffline(false);
    await expect(alert).toHaveCount(0);
  }
});

test('a creation that fails shows why, and is deleted like any other', async ({ mock, page, visit }) => {
  await page.clock.install();
  mock.setFaults([{ creationFails: 'EndPoint.3001' }]);
  await visit('endpoint-services/create');
  const main = page.getByRole('main');
  await fillInService(main);
  await main.getByRole('button', { name: 'Create' }).click();
  await expect(main.locator('[data-status=creating]')).toBeVisible();
  mock.clock.advance('2m');
  await inTime(page, () => expect(main.locator('[data-status=failed]')).toBeVisible({ timeout: 500 }));
  const { errorCatalogue } = await import('@vpcep/client/error-catalogue');
  await expect(main.getByRole('alert').filter({ hasText: 'Why it failed' })).toContainText(
    errorCatalogue.get('EndPoint.3001')?.remedy.en ?? 'no remedy',
  );
  await expect(main.getByRole('button', { name: 'Delete' })).toBeEnabled();
});

test('the drawer sets faults at the mock, shows them, and clears them', async ({ mock, page, visit }) => {
  await visit('endpoint-services');
  await page.getByRole('button', { name: 'Control the mock' }).click();
  const drawer = page.getByRole('dialog', { name: 'Control the mock' });
  await expect(drawer).toContainText('None: every call goes as it should.');

  await drawer.getByRole('button', { name: 'Set this fault' }).click();
  await expect(drawer).toContainText('Every call: held back for 2000ms');
  await drawer.getByRole('radio', { name: 'They are throttled' }).click();
  await drawer.getByLabel('How often').fill('2');
  await drawer.getByRole('button', { name: 'Set this fault' }).click();
  await expect(drawer).toContainText('answered with 429, try again after 5s, 2 times');
  expect(mock.faults()).toEqual([{ latency: '2000ms' }, { status: 429, retryAfter: '5s', times: 2 }]);

  // A mock that is slow to answer loses none of those that are set one after another.
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/_mock/faults', async (route) => {
    await held;
    await route.fallback();
  });
  await drawer.getByRole('radio', { name: 'What they create fails' }).click();
  await drawer.getByRole('button', { name: 'Set this fault' }).click();
  await drawer.getByRole('radio', { name: 'The connection breaks' }).click();
  await drawer.getByRole('button', { name: 'Set this fault' }).click();
  await drawer.getByRole('radio', { name: 'They fail' }).click();
  await drawer.getByRole('button', { name: 'Set this fault' }).click();
  letGo();
  await expect
    .poll(() => mock.faults().slice(2))
    .toEqual([
      { creationFails: 'EndPoint.3001', times: 2 },
      { drop: 'request', times: 2 },
      { error: 'EndPoint.0001', times: 2 },
    ]);

  await drawer.getByRole('button', { name: 'Clear all' }).click();
  await expect(drawer).toContainText('None: every call goes as it should.');
  expect(mock.faults()).toEqual([]);

  await drawer.getByRole('tab', { name: 'State' }).click();
  await drawer.getByRole('button', { name: 'Load' }).click();
  await expect(page.getByText('The mock has the new state.')).toBeVisible();
});

test('the drawer sets a script: a call fails as often as it says, then passes', async ({
  mock,
  page,
  visit,
  goOn,
  observed,
}) => {
  await visit('endpoint-services');
  await page.getByRole('button', { name: 'Control the mock' }).click();
  const drawer = page.getByRole('dialog', { name: 'Control the mock' });
  await drawer.getByRole('radio', { name: 'One thing after another' }).click();
  await drawer.getByLabel('Which calls').fill('listEndpoints');
  await page.getByTitle('listEndpoints', { exact: true }).click();
  const script = drawer.getByLabel('What happens, call by call');
  await script.fill('503, often');
  await drawer.getByRole('button', { name: 'Set this fault' }).click();
  await expect(drawer).toContainText('often is no step: write a status from 400 to 599');
  expect(mock.faults()).toEqual([]);

  await script.fill('503, 503 pass，EndPoint.0001, 2s, drop');
  await drawer.getByRole('button', { name: 'Set this fault' }).click();
  await expect(drawer).toContainText(
    'listEndpoints: 503 → 503 → passes → answered with EndPoint.0001 → held back for 2s → cut off',
  );
  const steps = [503, 503, 'pass', { error: 'EndPoint.0001' }, { latency: '2s' }, { drop: 'request' }];
  expect(mock.faults()).toEqual([{ operation: 'listEndpoints', script: steps }]);
  await drawer.getByRole('button', { name: 'Close' }).click();

  await goOn('endpoints');
  await expect(page.getByRole('link', { name: '03184a04' })).toBeVisible();
  expect(observed.calls.filter((call) => call.includes('/vpc-endpoints?'))).toHaveLength(3);
  expect(mock.faultCounts()).toEqual([{ calls: 3, hits: 2 }]);
  await page.getByRole('button', { name: 'Control the mock' }).click();
  await expect(drawer).toContainText('Has happened at 2 of 3 calls.');
});

test('the drawer sets a fault for some calls alone', async ({ mock, page, visit, goOn }) => {
  await visit('endpoint-services');
  await page.getByRole('button', { name: 'Control the mock' }).click();
  const drawer = page.getByRole('dialog', { name: 'Control the mock' });
  await drawer.getByRole('radio', { name: 'They fail' }).click();
  await drawer.getByLabel('Which calls').fill('listServiceDetails');
  await page.getByTitle('listServiceDetails', { exact: true }).click();
  await drawer.getByText('Only some of these calls').click();
  await drawer.getByLabel('Of the project').click();
  await page.getByTitle('Web shop').last().click();
  await drawer.getByLabel('vpc_endpoint_service_id').fill(orders);
  await drawer.getByRole('textbox', { name: 'Name' }).fill('Accept');
  await drawer.getByRole('textbox', { name: 'Value' }).fill('*');
  await drawer.getByLabel('How often').fill('7');
  const nth = drawer.getByLabel('Which of them, by number');
  await nth.fill('0');
  await drawer.getByRole('button', { name: 'Set this fault' }).click();
  await expect(drawer).toContainText('Write numbers from 1 on');
  await nth.fill('1, 3');
  await expect(drawer.getByLabel('How often')).toBeDisabled();
  await drawer.getByRole('button', { name: 'Set this fault' }).click();
  await expect(drawer).toContainText(`vpc_endpoint_service_id: ${orders}, Accept: *): answered with EndPoint.0001`);
  expect(mock.faults()).toEqual([
    {
      operation: 'listServiceDetails',
      project: projects['Web shop'],
      path: { vpc_endpoint_service_id: orders },
      headers: { Accept: '*' },
      nth: [1, 3],
      error: 'EndPoint.0001',
    },
  ]);
  await drawer.getByRole('button', { name: 'Close' }).click();
  await goOn(`endpoint-services/${orders}`);
  // The first call fails, and is tried again.
  await expect(page.getByRole('heading', { name: 'orders' })).toBeVisible();
  expect(mock.faultCounts()).toMatchObject([{ hits: 1 }]);
});
