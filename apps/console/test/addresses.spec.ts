import { expect, projects, test } from './console.js';
import { endpoint, orders } from './small-team.js';

const oddService = 'or?de#rs %&';
/** The client asks for nothing of this name, and the page says so; it is reached all the same. */
const oddEndpoint = 'a/b?c#d';

test('whatever the API calls something, each link leads to it', async ({ mock, page, visit, observed }) => {
  const state = JSON.stringify(mock.state()).replaceAll(orders, oddService).replaceAll(endpoint, oddEndpoint);
  mock.load(JSON.parse(state) as ReturnType<typeof mock.state>);
  const main = page.getByRole('main');
  const heading = main.getByRole('heading', { level: 1 });
  const tab = page.locator('.ant-tabs-tab-active');
  const menu = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click();

  await visit('endpoint-services');
  await main.getByRole('link', { name: 'orders' }).click();
  await expect(heading).toHaveText('orders');
  await expect(main).toContainText(oddService);
  await page.getByRole('tab', { name: 'Picture' }).click();
  await main.getByRole('link', { name: 'TCP, 443 → 8443' }).click();
  await expect(tab).toHaveAttribute('data-node-key', 'ports');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('中文');
  await expect(page).toHaveURL(/zh-CN/);
  await expect(heading).toHaveText('orders');
  await page.reload();
  await expect(tab).toHaveAttribute('data-node-key', 'ports');
  await page.getByRole('combobox').filter({ hasText: 'English' }).selectOption('English');

  await menu('Endpoints');
  await main.getByRole('link', { name: oddEndpoint }).click();
  await expect(heading).toHaveText(oddEndpoint);

  await menu('Overview');
  await main.getByRole('link', { name: 'Endpoint service, orders' }).click();
  await expect(heading).toHaveText('orders');
  await menu('Overview');
  await main.getByRole('link', { name: `Endpoint, ${oddEndpoint}` }).click();
  await expect(heading).toHaveText(oddEndpoint);

  await menu('Approvals');
  await main.getByRole('table').getByRole('link', { name: 'orders' }).click();
  await expect(tab).toHaveAttribute('data-node-key', 'connections');
  await expect(heading).toHaveText('orders');
  expect(observed.calls).toContain(
    `GET /v1/${projects['Web shop']}/vpc-endpoint-services/${encodeURIComponent(oddService)}`,
  );
});
