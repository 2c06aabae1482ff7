import type { Page } from '@playwright/test';
import { expect, inTime, projects, test } from './console.js';

const vpc = '84ba1f63-8882-4871-a3c2-d380272eed83';
const port = '11111111-2222-4333-8444-555555555555';
const subnet = '68bfbcc1-dff2-47e4-a9d4-332b9bc1b8de';

const main = (page: Page) => page.getByRole('main');
/** Field names of the API stand in every label. */
const field = (page: Page, name: string) => main(page).getByLabel(new RegExp(`\\b${name}\\b`));

async function switchProject(page: Page, name: keyof typeof projects) {
  await page.getByRole('combobox', { name: 'Project' }).selectOption(name);
  // The address changes before the page does: what is pressed in between still belongs to the project of before.
  const menu = page.getByRole('navigation').getByRole('link', { name: 'Endpoint services' });
  await expect(menu).toHaveAttribute('href', new RegExp(projects[name]));
}

test('two tenants publish, connect, approve, use, reject and delete', async ({ mock, page, visit }) => {
  await page.clock.install();
  mock.load('empty');
  await visit('endpoint-services');
  await expect(main(page)).toContainText('No endpoint services yet');

  // The owner publishes a backend.
  await main(page).getByRole('link', { name: 'Create endpoint service' }).first().click();
  await field(page, 'vpc_id').fill(vpc);
  await field(page, 'port_id').first().fill(port);
  await main(page)
    .getByLabel(/ client_port$/)
    .fill('8080');
  await main(page)
    .getByLabel(/ server_port$/)
    .fill('80');
  await field(page, 'service_name').fill('orders');
  await main(page).getByRole('button', { name: 'Create' }).click();
  await expect(main(page).getByRole('heading', { level: 1 })).toHaveText('orders');
  await expect(main(page).locator('[data-status=creating]')).toBeVisible();
  await expect(main(page).getByText(/for \d+ s, polled/)).toBeVisible();
  mock.clock.advance('2m');
  await inTime(page, () => expect(main(page).locator('[data-status=available]')).toBeVisible({ timeout: 500 }));
  const [service] = mock.state().services;
  const fullName = `cn-north-4.orders.${service?.id ?? ''}`;
  await expect(main(page)).toContainText(fullName);

  // And lets the other account connect.
  await page.getByRole('tab', { name: 'Whitelist' }).click();
  await field(page, 'permission').fill(`iam:domain::${projects['Northern branch']}`);
  await main(page).getByRole('button', { name: 'Add to the whitelist' }).click();
  await expect(main(page).getByRole('row', { name: projects['Northern branch'] })).toBeVisible();

  // The other tenant connects, and waits.
  await switchProject(page, 'Northern branch');
  await page.getByRole('link', { name: 'Endpoints', exact: true }).click();
  await main(page).getByRole('link', { name: 'Create endpoint', exact: true }).first().click();
  await main(page).getByLabel('Full name of the service').fill(fullName);
  await main(page).getByRole('button', { name: 'Find' }).click();
  await expect(main(page).getByText(fullName)).toBeVisible();
  await field(page, 'vpc_id').fill(vpc);
  await field(page, 'subnet_id').fill(subnet);
  await main(page).getByRole('button', { name: 'Create' }).click();
  await expect(main(page).locator('[data-status=creating]')).toBeVisible();
  mock.clock.advance('2m');
  await inTime(page, () => expect(main(page).locator('[data-status=pendingAcceptance]')).toBeVisible({ timeout: 500 }));
  const [endpoint] = mock.state().endpoints;
  const id = endpoint?.id ?? '';
  await expect(main(page).getByRole('heading', { level: 1 })).toHaveText(id);

  // The owner accepts it.
  await switchProject(page, 'Web shop');
  await page.getByRole('link', { name: 'Approvals' }).click();
  await main(page)
    .getByRole('button', { name: `Accept ${id}` })
    .click();
  await expect(main(page)).toContainText('Nothing to decide');

  // The other tenant can use it.
  await switchProject(page, 'Northern branch');
  await page.getByRole('link', { name: 'Endpoints', exact: true }).click();
  await main(page).getByRole('link', { name: id }).click();
  await expect(main(page).locator('[data-status=accepted]')).toBeVisible();
  await expect(main(page).getByText(mock.state().endpoints[0]?.address ?? 'no address')).toBeVisible();

  // While it is connected, the service cannot be deleted; the owner is told why, and rejects it.
  await switchProject(page, 'Web shop');
  await page.getByRole('link', { name: 'Endpoint services' }).click();
  await main(page).getByRole('link', { name: 'orders' }).click();
  await main(page).getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Delete the endpoint service orders?');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog.getByRole('alert')).toContainText('EndPoint.3006');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('tab', { name: 'Connections' }).click();
  await main(page)
    .getByRole('button', { name: `Reject ${id}` })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
  await expect(main(page).locator('[data-status=rejected]:visible')).toBeVisible();

  // The other tenant sees that, and deletes the endpoint.
  await switchProject(page, 'Northern branch');
  await page.getByRole('link', { name: 'Endpoints', exact: true }).click();
  await main(page).getByRole('link', { name: id }).click();
  await expect(main(page).locator('[data-status=rejected]')).toBeVisible();
  await main(page).getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('dialog')).toContainText(`Delete the endpoint ${id}?`);
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(main(page).locator('[data-status=deleting]')).toBeVisible();
  mock.clock.advance('2m');
  await inTime(page, () => expect(main(page)).toContainText('No endpoints yet', { timeout: 500 }));

  // The owner deletes the service.
  await switchProject(page, 'Web shop');
  await page.getByRole('link', { name: 'Endpoint services' }).click();
  await main(page).getByRole('link', { name: 'orders' }).click();
  await main(page).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(main(page).locator('[data-status=deleting]')).toBeVisible();
  mock.clock.advance('2m');
  await inTime(page, () => expect(main(page)).toContainText('No endpoint services yet', { timeout: 500 }));
  expect(mock.state()).toMatchObject({ services: [], endpoints: [] });
});

test("what one tenant decides shows in the other's open window", async ({ mock, page, visit, another, site }) => {
  const waiting = mock.state().endpoints.find(({ status }) => status === 'pendingAcceptance')?.id ?? '';
  await visit(`endpoints/${waiting}`, { project: 'Northern branch' });
  await expect(main(page).locator('[data-status=pendingAcceptance]')).toBeVisible();

  const owner = await another();
  await owner.goto(`${site.url}#/en/${projects['Web shop']}/approvals`);
  await main(owner)
    .getByRole('button', { name: `Accept ${waiting}` })
    .click();
  await expect(main(owner)).toContainText('Nothing to decide');
  await expect(main(page).locator('[data-status=accepted]')).toBeVisible();
});
