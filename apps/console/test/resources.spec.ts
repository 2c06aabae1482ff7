import { expect, test } from './console.js';
import { endpoint, orders } from './small-team.js';

test('only what was changed of a service is sent', async ({ mock, page, visit }) => {
  await visit(`endpoint-services/${orders}`);
  const sent = page.waitForRequest((request) => request.method() === 'PUT');
  await page.getByRole('button', { name: 'Edit' }).click();
  const drawer = page.getByRole('dialog', { name: 'Edit orders' });
  await drawer.getByLabel(/ description/).fill('Orders of all shops');
  await drawer.getByRole('radio', { name: /^false/ }).click();
  await drawer.getByRole('button', { name: 'Save' }).click();
  expect((await sent).postDataJSON()).toEqual({ approval_enabled: false, description: 'Orders of all shops' });
  await expect(drawer).toBeHidden();
  await expect(page.getByText('Orders of all shops')).toBeVisible();
  expect(mock.state().services.find(({ id }) => id === orders)).toMatchObject({ approval_enabled: false });
});

test('tags are added and removed', async ({ mock, page, visit }) => {
  await visit(`endpoint-services/${orders}?tab=tags`);
  await page.getByLabel(/ key$/).fill('team');
  await page.getByLabel(/ value/).fill('shop');
  await page.getByRole('button', { name: 'Add a tag' }).click();
  const list = page.getByRole('list', { name: 'Tags' });
  await expect(list).toContainText('team shop');
  await page.getByRole('button', { name: 'Remove the tag environment' }).click();
  await expect(list).not.toContainText('environment');
  expect(mock.state().services.find(({ id }) => id === orders)?.tags).toEqual([{ key: 'team', value: 'shop' }]);

  await page.getByLabel(/ key$/).fill('bad=key');
  await page.getByRole('button', { name: 'Add a tag' }).click();
  await expect(page.getByRole('main')).toContainText(/key (must|may)/);
});

test('entries of the whitelist are removed once that is confirmed', async ({ mock, page, visit }) => {
  const { errorCatalogue } = await import('@vpcep/client/error-catalogue');
  await visit(`endpoint-services/${orders}?tab=permissions`);
  await page.getByRole('button', { name: 'Remove *' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Remove * from the whitelist?');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('button', { name: 'Remove *' })).toBeHidden();
  await page.getByLabel(/ permission$/).fill('somebody');
  await page.getByRole('button', { name: 'Add to the whitelist' }).click();
  await expect(page.getByRole('main')).toContainText('permission must');

  // The catalogue knows which field of the form a code is about.
  mock.setFaults([{ operation: 'batchAddEndpointServicePermissions', error: 'EndPoint.3002' }]);
  await page.getByLabel(/ permission$/).fill('iam:domain::6e9dfd51d1124e8d8498dce894923a0d');
  await page.getByRole('button', { name: 'Add to the whitelist' }).click();
  await expect(page.locator('.ant-form-item', { has: page.getByLabel(/ permission$/) }).last()).toContainText(
    errorCatalogue.get('EndPoint.3002')?.remedy.en ?? 'no remedy',
  );
  await expect(page.getByLabel(/ permission$/)).toHaveAttribute('aria-invalid', 'true');
});

test('an endpoint to a public gateway service asks for route tables, not for a subnet', async ({
  mock,
  page,
  visit,
}) => {
  await visit('endpoints/create');
  await page.getByRole('tab', { name: 'Public services' }).click();
  await page.getByRole('button', { name: 'Choose com.myhuaweicloud.cn-north-4.obs' }).click();
  await expect(page.getByLabel(/ subnet_id/)).toHaveCount(0);
  await page.getByLabel(/ vpc_id$/).fill('84758cf5-9c62-43ae-a778-3dbd8370c0a4');
  await page.getByLabel(/ routetables/).fill('11477d3b-87f6-49d2-8f3b-2ffc72731a38,');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.locator('[data-status=creating]')).toBeVisible();
  expect(mock.state().endpoints.find(({ status }) => status === 'creating')).toMatchObject({
    service_type: 'gateway',
    routetables: ['11477d3b-87f6-49d2-8f3b-2ffc72731a38'],
  });
});

test('a subnet that the service misses is asked for beside its field', async ({ page, visit }) => {
  await visit('endpoints/create');
  await page.getByRole('tab', { name: 'Public services' }).click();
  await page.getByRole('button', { name: 'Choose com.myhuaweicloud.cn-north-4.dns' }).click();
  await page.getByLabel(/ vpc_id$/).fill('84758cf5-9c62-43ae-a778-3dbd8370c0a4');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.locator('.ant-form-item', { has: page.getByLabel(/ subnet_id/) }).last()).toContainText(
    'subnet_id',
  );
  await expect(page.getByLabel(/ subnet_id/)).toHaveAttribute('aria-invalid', 'true');
});

test('a name that no service has', async ({ page, visit }) => {
  await visit('endpoints/create');
  await page.getByLabel('Full name of the service').fill('cn-north-4.nobody');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(page.getByRole('alert')).toContainText('ask its owner for it');
});

test('the addresses that may use an endpoint', async ({ mock, page, visit }) => {
  await visit(`endpoints/${endpoint}?tab=whitelist`);
  await page.getByRole('switch').click();
  await page
    .getByLabel(/ whitelist/)
    .last()
    .fill('10.0.0.0/8,nonsense,');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('main')).toContainText('whitelist[1] must');
  await page
    .getByLabel(/ whitelist/)
    .last()
    .press('Backspace');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The addresses are saved.')).toBeVisible();
  expect(mock.state().endpoints.find(({ id }) => id === endpoint)).toMatchObject({
    enable_whitelist: true,
    whitelist: ['10.0.0.0/8'],
  });
});

test('what is not there is said so', async ({ page, visit }) => {
  await visit('endpoint-services/nothing');
  await expect(page.getByRole('alert')).toContainText('There is no such resource in this project');
  await page.getByRole('link', { name: 'Quotas' }).click();
  await expect(page.getByText('4 of 100 used')).toBeVisible();
});
