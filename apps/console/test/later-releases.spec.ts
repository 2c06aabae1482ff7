import type { Page } from '@playwright/test';
import { startMock } from '@vpcep/mock';
import { expect, fillInService, test } from './console.js';
import { endpoint, gateway, orders } from './small-team.js';

const option = (page: Page, value: string) =>
  page.locator('.ant-select-item-option').filter({ hasText: new RegExp(`^${value}\\b`) });

test('a service has what later releases added: policies, IPv6 and an address', async ({ mock, page, visit }) => {
  await visit('endpoint-services/create');
  const main = page.getByRole('main');
  await fillInService(main);
  await main.getByRole('switch', { name: / enable_policy/ }).click();
  await expect(main.getByLabel(/ snat_network_id/)).toHaveCount(0);
  await main.getByLabel(/ ip_version/).click();
  await option(page, 'ipv6').click();
  await main.getByLabel(/ ip$| ip optional$/).fill('192.168.0.12');
  await main.getByRole('button', { name: 'Create' }).click();
  await expect(main).toContainText('snat_network_id must be given when ip_version is ipv6');
  await main.getByLabel(/ snat_network_id/).fill('41e1d3c2-8882-4871-a3c2-d380272eed11');
  await main.getByRole('button', { name: 'Create' }).click();

  await expect(page.locator('[data-status=creating]')).toBeVisible();
  expect(mock.state().services.find(({ status }) => status === 'creating')).toMatchObject({
    enable_policy: true,
    ip_version: 'ipv6',
    snat_network_id: '41e1d3c2-8882-4871-a3c2-d380272eed11',
    ip: '192.168.0.12',
  });
  for (const name of ['enable_policy', 'ip_version', 'snat_network_id', 'ip', 'supported_editions']) {
    await expect(main.locator('.field-list').getByText(name, { exact: true })).toBeVisible();
  }
});

test('a service is upgraded, and then given backends', async ({ mock, page, visit }) => {
  await visit(`endpoint-services/${orders}`);
  const main = page.getByRole('main');
  await expect(main.getByRole('button', { name: 'Add backends' })).toHaveCount(0);
  await main.getByRole('button', { name: 'Upgrade' }).click();
  const drawer = page.getByRole('dialog', { name: 'Upgrade orders' });
  await expect(drawer).toContainText('cn-east-4');
  await drawer.getByRole('switch', { name: / enable_multi_server/ }).click();

  // A region without the call, as its gateway answers.
  mock.setFaults([{ operation: 'upgradeEndpointService', error: 'APIGW.0101' }]);
  await drawer.getByRole('button', { name: 'Upgrade' }).click();
  await expect(drawer.getByRole('alert')).toContainText('There is no such call at this address');
  await expect(drawer.getByRole('alert')).toContainText('does not exist in this region');
  mock.setFaults([]);
  await drawer.getByRole('button', { name: 'Upgrade' }).click();
  await expect(page.getByText('orders is upgraded.')).toBeVisible();
  await expect(main.locator('.field-list')).toContainText('profession');
  await expect(main.getByRole('button', { name: 'Upgrade' })).toHaveCount(0);

  await main.getByRole('button', { name: 'Add backends' }).click();
  const backends = page.getByRole('dialog', { name: 'Add backends to orders' });
  await backends.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(backends).toContainText('server_resources must be given');
  await backends.getByLabel(/ resource_id$/).fill('20872649-163e-4302-83be-8ff6e31d9ab9');
  await backends.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('The backends are added.')).toBeVisible();
  expect(mock.state().services.find(({ id }) => id === orders)).toMatchObject({
    enable_multi_server: true,
    server_resources: [{ resource_id: '20872649-163e-4302-83be-8ff6e31d9ab9' }],
  });
});

test('a part of an organization is let in, and its type follows its form', async ({ page, visit }) => {
  await visit(`endpoint-services/${orders}?tab=permissions`);
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByLabel(/ permission$/).fill('organizations:orgPath::o-shop/r-root/ou-north/*');
  await page.getByRole('button', { name: 'Add to the whitelist' }).click();
  expect((await sent).postDataJSON()).toEqual({
    permission_type: 'orgPath',
    permissions: [{ permission: 'organizations:orgPath::o-shop/r-root/ou-north/*', description: '' }],
  });
  const row = page.getByRole('row').filter({ hasText: 'ou-north' });
  await expect(row).toContainText('orgPath');
  await expect(page.getByRole('row').filter({ hasText: '5fc973eea581490997e82ea11a1d0101' })).toContainText('domainId');
});

test('how the address of the client is passed on can be changed', async ({ mock, page, visit }) => {
  await visit(`endpoint-services/${orders}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  const drawer = page.getByRole('dialog', { name: 'Edit orders' });
  const sent = page.waitForRequest((request) => request.method() === 'PUT');
  await drawer.getByLabel(/ tcp_proxy/).click();
  await option(page, 'toa_open').click();
  await drawer.getByRole('button', { name: 'Save' }).click();
  expect((await sent).postDataJSON()).toEqual({ tcp_proxy: 'toa_open' });
  await expect(drawer).toBeHidden();
  expect(mock.state().services.find(({ id }) => id === orders)?.tcp_proxy).toBe('toa_open');
});

test('a policy is sent just as it is written, once it is JSON and keeps the rules', async ({ mock, page, visit }) => {
  await visit(`endpoints/${endpoint}?tab=policy`);
  const editor = page.getByLabel(/ policy_document/);
  await expect(editor).toHaveValue(/"Principal": "\*"/);
  await editor.fill('{ "Statement": [ { "Effect": "Refuse" } ');
  await expect(page.getByText('This is not JSON:')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('main')).toContainText('policy_document must be an object');
  await editor.fill('{ "Statement": [ { "Effect": "Refuse" } ] }');
  await expect(page.getByRole('main')).toContainText('Statement[0]: Effect must be one of Allow, Deny');
  const statement = {
    Sid: 'NoWriting',
    Effect: 'Deny',
    Principal: '*',
    Action: 'obs:object:PutObject',
    Resource: ['*', '*/*'],
    Condition: { StringEquals: { 'g:DomainId': [] } },
  };
  const policy = { Version: '5.0', Statement: [statement] };
  await editor.fill(JSON.stringify(policy));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The policy is saved.')).toBeVisible();
  const policyOf = (id: string) => mock.state().endpoints.find((each) => each.id === id);
  expect(policyOf(endpoint)?.policy_document).toEqual(policy);

  await page.getByRole('button', { name: 'Allow everything' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => policyOf(endpoint)?.policy_document?.Statement[0]?.Effect).toBe('Allow');

  await visit(`endpoints/${gateway}?tab=policy`);
  await page.getByLabel(/ policy_statement/).fill(JSON.stringify([statement]));
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The policy is saved.')).toBeVisible();
  expect(policyOf(gateway)?.policy_statement).toEqual([statement]);
});

test('an endpoint is given a policy and two IP versions where its service has them', async ({ mock, page, visit }) => {
  await visit('endpoints/create');
  const main = page.getByRole('main');
  await main.getByRole('tab', { name: 'Public services' }).click();
  await main.getByRole('button', { name: 'Choose com.myhuaweicloud.cn-north-4.dns' }).click();
  await expect(main.getByLabel(/ policy_/)).toHaveCount(0);
  await main.getByRole('button', { name: 'Choose another' }).click();
  await main.getByRole('tab', { name: 'Public services' }).click();
  await main.getByRole('button', { name: 'Choose com.myhuaweicloud.cn-north-4.iam' }).click();
  await main.getByLabel(/ vpc_id$/).fill('84758cf5-9c62-43ae-a778-3dbd8370c0a4');
  await main.getByLabel(/ subnet_id/).fill('16a23f35-4b83-4d80-a8a7-2f1b4b6c1d2e');
  await main.getByLabel(/ ip_version/).click();
  await option(page, 'dualstack').click();
  await main.getByLabel(/ ipv6_address/).fill('2001:db8::e8');
  await main.getByRole('button', { name: 'Allow everything' }).click();
  await main.getByRole('button', { name: 'Create' }).click();
  await expect(page.locator('[data-status=creating]')).toBeVisible();
  expect(mock.state().endpoints.find(({ status }) => status === 'creating')).toMatchObject({
    ip_version: 'dualstack',
    ipv6_address: '2001:db8::e8',
    policy_document: { Version: '5.0' },
  });
});

test('an endpoint is upgraded once that is confirmed', async ({ mock, page, visit }) => {
  await visit(`endpoints/${gateway}`);
  await expect(page.getByRole('button', { name: 'Upgrade' })).toHaveCount(0);
  await visit(`endpoints/${endpoint}`);
  await page.getByRole('button', { name: 'Upgrade' }).click();
  const dialog = page.getByRole('dialog', { name: `Upgrade the endpoint ${endpoint}?` });
  await expect(dialog).toContainText('There is no way back.');
  await dialog.getByRole('button', { name: 'Upgrade' }).click();
  await expect(page.locator('[data-status=creating]')).toBeVisible();
  expect(mock.state().endpoints.find(({ id }) => id === endpoint)?.status).toBe('creating');
});

test('forms go by the state of the API that is chosen, and a refusal by the tables says what lifts it', async ({
  page,
  visit,
}) => {
  const later = await startMock({ port: 0, clock: 'manual', scenario: 'small-team', asOf: '2026-08' });
  await page.route(`${later.url}/**`, (route) => route.continue());
  const key = 'cost-centre-of-the-northern-branch:2026';
  const dialog = page.getByRole('dialog', { name: 'Connection settings' });
  const addTag = async () => {
    await page.getByLabel(/ key$/).fill(key);
    await page.getByRole('button', { name: 'Add a tag' }).click();
  };
  await visit(`endpoint-services/${orders}?tab=tags`);
  await addTag();
  await expect(page.getByRole('main')).toContainText('key must have between 1 and 36 characters');

  // What was filled in stays, and is checked by the other rules.
  await page.getByRole('button', { name: 'Connection settings' }).click();
  await expect(dialog.getByRole('radio', { name: 'Tables 1 to 7 of the reference' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'As of 2026-08' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel(/ key$/)).toHaveValue(key);
  await page.getByRole('button', { name: 'Add a tag' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '--as-of 2026-08 allows 128' }).first()).toBeVisible();

  await page.getByRole('button', { name: 'Connection settings' }).click();
  await dialog.getByLabel('Address of the API').fill(later.url);
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  // The tag that was refused is still filled in, and the page goes with its address.
  await page.getByRole('dialog', { name: 'Discard' }).getByRole('button', { name: 'Discard' }).click();
  await expect(dialog).toBeHidden();
  await addTag();
  await expect(page.getByRole('list', { name: 'Tags' })).toContainText(key);

  await visit('endpoint-services/create');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Add a tag' }).click();
  await expect(main).toContainText('1 of at most 20');
  await main.getByLabel(/ tcp_proxy/).click();
  await expect(option(page, 'proxy_vni')).toBeVisible();
  await later.close();
});
