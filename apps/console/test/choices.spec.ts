import { expect, projects, test } from './console.js';
import { endpoint } from './small-team.js';

const vpc = { id: '84ba1f63-8882-4871-a3c2-d380272eed83', name: 'Shop' };
const otherVpc = { id: '03a452e5-4889-40ac-a538-992dda96ff0f', name: 'Office' };
const port = { id: '11111111-2222-4333-8444-555555555555', name: 'web-1', vpc_id: vpc.id };
const otherPort = { id: '22222222-2222-4333-8444-555555555555', name: 'printer', vpc_id: otherVpc.id };

test('VPCs and ports are chosen from what is configured, and others can be typed', async ({ page, visit, mock }) => {
  const known = { vpcs: [otherVpc, vpc], ports: [otherPort, port] };
  await page.route('**/config.json', (route) =>
    route.fulfill({
      json: { baseUrl: mock.url, projects: [{ id: projects['Web shop'], name: 'Web shop', ...known }] },
    }),
  );
  await visit('endpoint-services/create');
  const options = page.locator('.ant-select-dropdown:visible .ant-select-item-option');
  const vpcField = page.getByRole('combobox', { name: / vpc_id/ });
  await vpcField.click();
  await expect(options).toHaveText([`${otherVpc.name} ${otherVpc.id}`, `${vpc.name} ${vpc.id}`]);
  await vpcField.pressSequentially('sho');
  await expect(options).toHaveText([`${vpc.name} ${vpc.id}`]);
  await vpcField.press('ArrowDown');
  await vpcField.press('Enter');
  await expect(vpcField).toHaveValue(vpc.id);

  // Those of the VPC come first.
  const portField = page.getByRole('combobox', { name: / port_id/ });
  await portField.click();
  await expect(options).toHaveText([`web-1 ${port.id}`, `printer ${otherPort.id}`]);
  await expect(page.locator('.ant-select-dropdown:visible')).toContainText('In the chosen VPC');
  await portField.fill('33333333-2222-4333-8444-555555555555');
  await portField.press('Tab');
  await page.getByLabel(/ client_port$/).fill('8080');
  await page.getByLabel(/ server_port$/).fill('80');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.locator('[data-status=creating]').first()).toBeVisible();
  expect(mock.state().services.find(({ vpc_id: id }) => id === vpc.id)?.port_id).toBe(
    '33333333-2222-4333-8444-555555555555',
  );
});

test('how many are left is said where one creates, once there are few', async ({ page, visit, goOn, mock }) => {
  let used: number | undefined = 89;
  await page.route(`${mock.url}/**/quotas*`, async (route) => {
    if (used === undefined) return route.abort();
    const response = await route.fetch();
    const { quotas } = (await response.json()) as { quotas: { resources: { used: number; quota: number }[] } };
    for (const resource of quotas.resources) Object.assign(resource, { used, quota: 100 });
    await route.fulfill({ response, json: { quotas } });
  });
  const note = page.getByRole('status').filter({ hasText: /left/i });
  const read = () => page.waitForResponse((response) => response.url().includes('/quotas'));
  const enough = read();
  await visit('endpoint-services/create');
  await enough;
  await expect(page.getByRole('button', { name: 'Create' })).toBeVisible();
  await expect(note).toHaveCount(0);
  used = 90;
  await goOn('endpoints/create');
  await expect(note).toHaveText('Nearly used up: 10 left');
  used = 100;
  await goOn('endpoint-services/create');
  await expect(note).toContainText('None left');
  // That it is not known is no trouble.
  used = undefined;
  const failed = page.waitForEvent('requestfailed');
  await visit('endpoint-services/create');
  await failed;
  await expect(page.getByRole('button', { name: 'Create' })).toBeEnabled();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a policy is checked while it is written, beside what the document says of it', async ({ mock, page, visit }) => {
  await visit(`endpoints/${endpoint}?tab=policy`);
  const main = page.getByRole('main');
  await expect(main).toContainText('In force now: the one that allows everything');
  await page.getByText('What a policy is made of').click();
  await expect(main.getByText('Statement[].Effect required')).toBeVisible();

  const field = page.getByRole('textbox', { name: / policy_document/ });
  await field.fill('{ "Statement": [');
  await expect(main).toContainText('This is not JSON');
  await expect(main).not.toContainText('must');
  await field.fill('{ "Statement": [{ "Effect": "Perhaps" }] }');
  await expect(main).toContainText('Effect must be');
  await field.fill('{ "Statement": [{ "Effect": "Deny", "Action": "*" }] }');
  await expect(main).not.toContainText('Effect must be');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(main).toContainText('In force now: a policy of its own');
  expect(mock.state().endpoints.find((one) => one.id === endpoint)?.policy_document).toEqual({
    Statement: [{ Effect: 'Deny', Action: '*' }],
  });
});
