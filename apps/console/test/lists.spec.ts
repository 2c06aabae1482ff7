import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { toCsv } from '../src/lists/rows-file.js';
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
  await main.getByRole('button', { name: 'Created' }).click();
  await expect(page).toHaveURL(/sort_key=create_at&sort_dir=asc|sort_dir=asc/);
  await expect(main.getByRole('row').nth(1)).toContainText('orders-0');
  await main.getByRole('button', { name: 'Page 2' }).click();
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
  await main.getByRole('combobox', { name: 'Status' }).selectOption('Failed');
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

test('a page of many is reached by its number, and a page has as many rows as are wanted', async ({
  mock,
  page,
  visit,
}) => {
  mock.load('busy');
  await visit('endpoint-services', { language: 'zh-CN' });
  await expect(page.getByLabel('跳转到页码')).toBeVisible();
  await visit('endpoint-services');
  const input = page.getByLabel('Go to page');
  await input.fill('17');
  await input.press('Enter');
  await expect(page).toHaveURL(/page=17/);
  await expect(page.getByRole('button', { name: 'Page 17' })).toHaveAttribute('aria-current', 'page');
  await expect(input).toBeFocused();
  await input.fill('x');
  await input.press('Enter');
  await expect(page).toHaveURL(/page=17/);
  // There are no more than these.
  await input.fill('500');
  await input.press('Enter');
  await expect(page).toHaveURL(/page=40/);

  await page.getByLabel('Rows per page').selectOption('100 per page');
  await expect(page.getByRole('row')).toHaveCount(101);
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

test('what is typed in a filter holds without Enter, and together with a page that is chosen meanwhile', async ({
  mock,
  page,
  visit,
}) => {
  mock.load('busy');
  await page.clock.install();
  await visit('endpoint-services');
  const main = page.getByRole('main');
  await expect(main).toContainText('400 found');
  const filter = main.getByLabel('Name contains');
  await filter.pressSequentially('orders');
  await main.getByRole('button', { name: 'Page 2' }).click();
  await expect(page).toHaveURL(/endpoint_service_name=orders/);
  await expect(page).toHaveURL(/page=2/);
  await expect(main).toContainText('50 found');

  // A pause applies what was typed so far, and takes nothing back that is typed since.
  await filter.fill('pay');
  await page.clock.runFor(500);
  await filter.pressSequentially('ments');
  await expect(page).toHaveURL(/endpoint_service_name=pay(?!ments)/);
  await expect(page).not.toHaveURL(/page=/);
  await expect(filter).toHaveValue('payments');
  await page.clock.runFor(500);
  await expect(page).toHaveURL(/endpoint_service_name=payments/);

  // All that was typed is one step back.
  await page.goBack();
  await expect(filter).toHaveValue('orders');
});

test('columns, density and the interval of refreshing are chosen, and remembered', async ({
  page,
  visit,
  observed,
}) => {
  await page.clock.install();
  await visit('endpoint-services');
  const main = page.getByRole('main');
  const view = main.getByRole('button', { name: 'View' });
  await view.click();
  await main.getByRole('checkbox', { name: 'VPC' }).check();
  await main.getByRole('checkbox', { name: 'Backend' }).uncheck();
  await main.getByRole('radio', { name: 'Compact' }).check();
  await main.getByRole('radio', { name: 'Every 30 s' }).check();
  await page.keyboard.press('Escape');
  await expect(main.getByRole('checkbox', { name: 'VPC' })).toHaveCount(0);
  await expect(view).toBeFocused();
  const columns = main.getByRole('columnheader');
  await expect(columns.filter({ hasText: 'VPC' })).toBeVisible();
  await expect(columns.filter({ hasText: 'Backend' })).toHaveCount(0);
  const lists = () => observed.calls.filter((call) => call.includes('/vpc-endpoint-services?')).length;
  const before = lists();
  await page.clock.runFor(61_000);
  await expect.poll(lists).toBe(before + 2);

  await page.reload();
  await expect(columns.filter({ hasText: 'VPC' })).toBeVisible();
  await expect(main.locator('[data-density=compact]')).toBeVisible();
  await view.click();
  await main.getByRole('button', { name: 'Usual columns' }).click();
  await expect(columns.filter({ hasText: 'Backend' })).toBeVisible();

  // On a phone, what there is no room for is not said to be there, and does not come with what is chosen.
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 360, height: 740 });
  await view.click();
  await expect(main.getByRole('checkbox', { name: 'Status' })).toBeChecked();
  await expect(main.getByRole('checkbox', { name: 'Created' })).not.toBeChecked();
  await main.getByRole('checkbox', { name: 'Backend' }).check();
  await expect(columns.locator('visible=true')).toHaveText(['', 'Name', 'Status', 'Backend']);
});

test('all rows that the filters find are saved, as CSV and as JSON', async ({ mock, page, visit }) => {
  mock.load('busy');
  await visit('endpoint-services?endpoint_service_name=orders');
  const main = page.getByRole('main');
  await expect(main).toContainText('50 found');
  await main.getByRole('button', { name: 'Save as' }).click();
  const saved = async (format: string) => {
    const download = page.waitForEvent('download');
    await main.getByRole('button', { name: format }).click();
    const file = await download;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
  };
  const json = await saved('JSON');
  const rows = JSON.parse(json.text) as { id: string; ports: object[] }[];
  expect({ name: json.name, count: rows.length }).toEqual({ name: 'endpoint-services.json', count: 50 });
  const csv = await saved('CSV');
  const parsed = Papa.parse<Record<string, string>>(csv.text.replace(/^\uFEFF/, '').trimEnd(), { header: true });
  expect(parsed.errors).toEqual([]);
  expect(parsed.data.map(({ id, ports }) => ({ id, ports: JSON.parse(ports ?? '') as unknown }))).toEqual(
    rows.map(({ id, ports }) => ({ id, ports })),
  );
  await expect(main.getByText('50 rows are in endpoint-services.csv.')).toBeVisible();
});

test('a cell that a spreadsheet would take for a formula is saved as a text', () => {
  const csv = toCsv([
    { name: '=1+1', note: 'a "b", c\nd' },
    { other: null, tags: [{ key: 'k' }] },
  ]);
  expect(csv).toBe('\uFEFFname,note,other,tags\r\n"\'=1+1","a ""b"", c\nd",,\r\n,,,"[{""key"":""k""}]"\r\n');
});

test('several are deleted and tagged at once; what went wrong is summed up, and done again where that may help', async ({
  mock,
  page,
  visit,
}) => {
  await visit('endpoint-services');
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  await main.getByRole('checkbox', { name: 'Select all of this page' }).check();
  await expect(main).toContainText('4 selected');
  await main.getByRole('button', { name: 'Add a tag' }).click();
  await dialog.getByRole('button', { name: 'Add a tag' }).click();
  await expect(dialog.getByText(/tags\[0\]|must|empty/).first()).toBeVisible();
  await dialog.getByLabel(/ key$/).fill('stage');
  await dialog.getByLabel(/ value/).fill('test');
  await dialog.getByRole('button', { name: 'Add a tag' }).click();
  await expect(dialog).toContainText('All 4 went well.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  // It can be looked for at once.
  await expect(main.getByRole('combobox', { name: 'Tag' }).getByRole('option', { name: 'stage: test' })).toBeAttached();
  const tagged = mock.state().services.filter(({ tags }) => tags?.some(({ key }) => key === 'stage'));
  expect(tagged).toHaveLength(4);

  // One is in use, and is refused for good; one fails for as long as the service does.
  const free = mock
    .state()
    .services.find(({ id }) => mock.state().endpoints.every((each) => each.endpoint_service_id !== id));
  await main.getByRole('button', { name: 'Select none' }).click();
  mock.setFaults([{ path: { vpc_endpoint_service_id: free?.id ?? '' }, error: 'EndPoint.0001' }]);
  await main.getByRole('checkbox', { name: 'Select orders' }).check();
  await main.getByRole('checkbox', { name: `Select ${free?.name ?? ''}` }).check();
  await main.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog).toContainText('0 went well, 2 did not.');
  await expect(dialog.getByRole('listitem').filter({ hasText: 'orders' })).toContainText('EndPoint.3006');
  mock.setFaults([]);
  await dialog.getByRole('button', { name: 'Try again (1)' }).click();
  await expect(dialog).toContainText('It went well.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(main.locator('[data-status=deleting]')).toHaveCount(1);
});

test('resources are found by a tag that is in use', async ({ page, visit, observed }) => {
  await visit('endpoint-services');
  const main = page.getByRole('main');
  const filter = main.getByRole('combobox', { name: 'Tag' });
  const choice = filter.getByRole('option').nth(1);
  await expect(choice).toHaveText(/: any value$/);
  await filter.selectOption({ index: 1 });
  await expect(page).toHaveURL(/tag_key=/);
  await expect(main.getByRole('columnheader')).toHaveText(['Name', 'Tags']);
  expect(observed.calls.at(-1)).toMatch(/^POST .*resource_instances\/action$/);
  await main.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(main).toContainText('4 found');
});

test('the lists in tabs and those by tag have filter and page in the address, too', async ({
  mock,
  page,
  visit,
  settled,
}) => {
  mock.load('approval-queue');
  const main = page.getByRole('main');
  const service = mock.state().services[0]?.id ?? '';
  await visit(`endpoint-services/${service}?tab=connections`);
  const status = main.getByRole('combobox', { name: 'Status' });
  await status.selectOption('Waiting for approval');
  await expect(main).toContainText('24 found');
  await main.getByRole('button', { name: 'Page 2' }).click();
  await expect(page).toHaveURL(/tab=connections&status=pendingAcceptance&page=2$/);
  const first = main.getByRole('row').nth(1);
  // Until the second page is there, the first is shown.
  await settled();
  const eleventh = await first.innerText();
  await page.reload();
  await expect(status).toHaveValue('pendingAcceptance');
  await settled();
  await expect(main).toContainText('24 found');
  expect(await first.innerText()).toBe(eleventh);
  await page.goBack();
  await expect(page).toHaveURL(/status=pendingAcceptance$/);
  await expect(main.getByRole('button', { name: 'Page 1' })).toHaveAttribute('aria-current', 'page');

  // What the list of one tab is asked for means nothing to another.
  await page.getByRole('tab', { name: 'Whitelist' }).click();
  await expect(page).toHaveURL(/\?tab=permissions$/);
  await main.getByLabel('Entry contains').fill('nobody');
  await main.getByLabel('Entry contains').press('Enter');
  await expect(main.getByText('No entry matches the filters')).toBeVisible();
  await expect(page).toHaveURL(/\?tab=permissions&permission=nobody$/);
  await page.getByRole('tab', { name: 'Connections' }).click();
  await expect(status).toHaveValue('');

  mock.load('busy');
  const { services } = mock.state();
  const tags = services.flatMap((each) => each.tags ?? []);
  const often = tags.find(({ key, value }) => tags.filter((one) => one.key === key && one.value === value).length > 20);
  await visit(`endpoint-services?tag_key=${often?.key ?? ''}&tag_value=${often?.value ?? ''}`);
  await main.getByRole('button', { name: 'Page 2' }).click();
  await expect(page).toHaveURL(/&page=2$/);
  const place = page.url();
  const link = main.getByRole('row').nth(1).getByRole('link');
  await expect(main.locator('[aria-busy=true]')).toHaveCount(0);
  const name = await link.innerText();
  await link.click();
  await expect(main.getByRole('heading', { level: 1 })).toHaveText(name);
  await page.goBack();
  expect(page.url()).toBe(place);
  await expect(link).toHaveText(name);
});

test('entries of a long whitelist are found, chosen from all pages, and removed together', async ({
  mock,
  page,
  visit,
  elsewhere,
}) => {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const [service] = mock.state().services;
  const id = service?.id ?? '';
  const entries = Array.from({ length: 25 }, (_, index) => `organizations:orgPath::o-${String(index + 1)}/*`);
  await elsewhere('POST', `vpc-endpoint-services/${id}/permissions/action`, {
    action: 'add',
    permission_type: 'orgPath',
    permissions: entries,
  });
  await visit(`endpoint-services/${id}?tab=permissions`);
  // What is filled in above stays where it is: nothing of it is asked about.
  await main.getByLabel(/ permission$/).fill('iam:domain::');
  await main.getByLabel('Entry contains').fill('o-2');
  await main.getByLabel('Entry contains').press('Enter');
  await expect(main).toContainText('7 found');
  await main.getByRole('checkbox', { name: 'Select all of this page' }).check();
  await main.getByRole('region', { name: 'With what is selected' }).getByRole('button', { name: 'Remove' }).click();
  await expect(dialog).toContainText('Remove 7 entries from the whitelist?');
  const removals: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/permissions/batch-delete')) removals.push(request);
  });
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('7 entries are removed.')).toBeVisible();
  await expect(dialog).toBeHidden();
  const left = () =>
    mock
      .state()
      .services.find((each) => each.id === id)
      ?.permissions?.map((one) => one.permission) ?? [];
  expect({ calls: removals.length, left: left().filter((entry) => entry.includes('o-2')) }).toEqual({
    calls: 1,
    left: [],
  });
  await expect(main.getByText(/\d selected/)).toHaveCount(0);

  await main.getByRole('button', { name: 'Clear the filters' }).first().click();
  await expect(main).toContainText('21 found');
  await expect(main.getByLabel(/ permission$/)).toHaveValue('iam:domain::');

  await page.getByRole('button', { name: 'Several entries at once' }).click();
  const field = dialog.getByLabel(/ permissions/).last();
  await field.fill('o-19');
  await expect(page.getByTitle('organizations:orgPath::o-19/*', { exact: true })).toBeVisible();
});
