import type { Locator, Page } from '@playwright/test';
import { conditionalDefaults } from '../src/generated/document-values.js';
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

/** In a picture, and in the table of the same: how an endpoint is connected, by a line and in words, and to what or whose it is. */
async function expectConnected(part: Locator, endpoint: string, [look, status]: [string, string], beside: string) {
  await expect(part.getByRole('link', { name: `Endpoint, ${endpoint}, ${status}` })).toBeVisible();
  await expect(part.getByRole('img', { name: beside })).toBeVisible();
  await expect(part.locator('path[data-look]:not([data-look=plain])')).toHaveAttribute('data-look', look);
  await part.getByRole('radiogroup').getByText('Table').click();
  const row = part.getByRole('row').filter({ hasText: endpoint });
  await expect(row).toContainText(status);
  await expect(row).toContainText(beside.replace(/^.*, /, ''));
}

const waiting = ['waiting', 'Waiting for approval'] satisfies [string, string];
const accepted = ['good', 'Accepted'] satisfies [string, string];
const rejected = ['off', 'Rejected'] satisfies [string, string];

test('two tenants publish, connect, approve, restrict, use, reject and delete', async ({
  mock,
  page,
  visit,
  observed,
}) => {
  const account = `Account, ${projects['Northern branch']}`;
  const picture = page.getByRole('tabpanel', { name: 'Picture' });
  const overview = page.getByRole('link', { name: 'Overview' });
  const offered = page.getByRole('region', { name: 'Services of this project' });
  const used = page.getByRole('region', { name: 'Services that this project uses' });
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
  await field(page, 'enable_policy').click();
  await main(page).getByRole('button', { name: 'Create' }).click();
  await expect(main(page).getByRole('heading', { level: 1 })).toHaveText('orders');
  await expect(main(page).locator('[data-status=creating]')).toBeVisible();
  await expect(main(page).getByText(/for \d+ s, polled/)).toBeVisible();
  mock.clock.advance('2m');
  await inTime(page, () => expect(main(page).locator('[data-status=available]')).toBeVisible({ timeout: 500 }));
  const [service] = mock.state().services;
  const fullName = `cn-north-4.orders.${service?.id ?? ''}`;
  await expect(main(page)).toContainText(fullName);

  // Nobody uses it yet. The owner lets the other account connect.
  await page.getByRole('tab', { name: 'Picture' }).click();
  await expect(picture.getByRole('img', { name: 'Endpoint, No connections' })).toBeVisible();
  await page.getByRole('tab', { name: 'Whitelist' }).click();
  await field(page, 'permission').fill(`iam:domain::${projects['Northern branch']}`);
  await main(page).getByRole('button', { name: 'Add to the whitelist' }).click();
  await expect(main(page).getByRole('row', { name: projects['Northern branch'] })).toBeVisible();

  // The other tenant connects, with the policy that is in force when none is written, and waits.
  await switchProject(page, 'Northern branch');
  await page.getByRole('link', { name: 'Endpoints', exact: true }).click();
  await main(page).getByRole('link', { name: 'Create endpoint', exact: true }).first().click();
  await main(page).getByLabel('Full name of the service').fill(fullName);
  await main(page).getByRole('button', { name: 'Find' }).click();
  await expect(main(page).getByText(fullName)).toBeVisible();
  await field(page, 'vpc_id').fill(vpc);
  await field(page, 'subnet_id').fill(subnet);
  await main(page).getByText('In force when it is left out').click();
  const allowAll = JSON.stringify(conditionalDefaults.CreateEndpointRequest.policy_document, undefined, 2);
  await expect(main(page).getByText(allowAll)).toBeVisible();
  await main(page).getByRole('button', { name: 'Create' }).click();
  await expect(main(page).locator('[data-status=creating]')).toBeVisible();
  mock.clock.advance('2m');
  await inTime(page, () => expect(main(page).locator('[data-status=pendingAcceptance]')).toBeVisible({ timeout: 500 }));
  const [endpoint] = mock.state().endpoints;
  const id = endpoint?.id ?? '';
  await expect(main(page).getByRole('heading', { level: 1 })).toHaveText(id);

  // The owner sees who wants to connect, and accepts it.
  await switchProject(page, 'Web shop');
  await page.getByRole('link', { name: 'Endpoint services' }).click();
  await main(page).getByRole('link', { name: 'orders' }).click();
  await page.getByRole('tab', { name: 'Picture' }).click();
  await expectConnected(picture, id, waiting, account);
  await page.getByRole('link', { name: 'Approvals' }).click();
  await main(page)
    .getByRole('button', { name: `Accept ${id}` })
    .click();
  await expect(main(page)).toContainText('Nothing to decide');
  await overview.click();
  await expectConnected(offered, id, accepted, account);

  // The other tenant can use it, and restricts what it is used for.
  await switchProject(page, 'Northern branch');
  await page.getByRole('link', { name: 'Endpoints', exact: true }).click();
  await main(page).getByRole('link', { name: id }).click();
  await expect(main(page).locator('[data-status=accepted]')).toBeVisible();
  await expect(main(page).getByText(mock.state().endpoints[0]?.address ?? 'no address')).toBeVisible();
  await page.getByRole('tab', { name: 'Policy' }).click();
  const inForce = main(page).getByText('In force now:');
  const editor = page.getByRole('textbox', { name: / policy_document/ });
  await expect(inForce).toContainText('the one that allows everything');
  await expect(editor).toHaveValue(allowAll);
  await editor.fill('{ "Statement": [{ "Effect": "Perhaps" }] }');
  await main(page).getByRole('button', { name: 'Save' }).click();
  await expect(main(page)).toContainText('Effect must be');
  expect(observed.calls.filter((call) => call.startsWith('PUT'))).toEqual([]);
  const policy = { Version: '5.0', Statement: [{ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }] };
  await editor.fill(JSON.stringify(policy));
  await expect(main(page)).not.toContainText('Effect must be');
  await main(page).getByRole('button', { name: 'Save' }).click();
  await expect(inForce).toContainText('a policy of its own');
  expect(mock.state().endpoints[0]?.policy_document).toEqual(policy);
  await overview.click();
  await expectConnected(used, id, accepted, 'Endpoint service, orders');
  await used.getByRole('link', { name: id }).click();
  await page.getByRole('tab', { name: 'Policy' }).click();
  await expect(editor).toHaveValue(JSON.stringify(policy, undefined, 2));

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
  await page.getByRole('tab', { name: 'Picture' }).click();
  await expectConnected(picture, id, rejected, account);
  await overview.click();
  await expectConnected(offered, id, rejected, account);

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
