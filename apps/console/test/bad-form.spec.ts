import { expect, test } from './console.js';

test('what is wrong stands beside its field, in the words of the checks, and nothing is sent', async ({
  page,
  visit,
  observed,
}) => {
  await visit('endpoint-services/create');
  const main = page.getByRole('main');
  await main.getByLabel(/ port_id$/).fill('no-uuid');
  await main.getByLabel(/ client_port$/).fill('70000');
  await main.getByLabel(/ service_name/).fill('far too long for a name');
  await main.getByRole('button', { name: 'Add a port mapping' }).click();
  await main.getByRole('button', { name: 'Create' }).click();

  const beside = (name: RegExp) => main.locator('.ant-form-item', { has: page.getByLabel(name) }).last();
  await expect(beside(/ vpc_id$/)).toContainText('vpc_id must be given');
  await expect(beside(/ port_id$/)).toContainText('port_id must be a UUID');
  await expect(beside(/ client_port$/).first()).toBeVisible();
  await expect(main).toContainText('client_port must be between 1 and 65535');
  await expect(beside(/ service_name/)).toContainText('service_name must');
  await expect(main.getByLabel(/ vpc_id$/)).toHaveAttribute('aria-invalid', 'true');
  // The first of them is where one goes on.
  await expect(main.getByLabel(/ vpc_id$/)).toBeFocused();
  expect(observed.calls.filter((call) => call.startsWith('POST'))).toEqual([]);

  // Each goes as soon as its field is right.
  await main.getByLabel(/ vpc_id$/).fill('84ba1f63-8882-4871-a3c2-d380272eed83');
  await expect(main).not.toContainText('vpc_id must be given');
  await expect(main).toContainText('port_id must be a UUID');
});

test('a field is checked once it was left, before the form is sent', async ({ page, visit }) => {
  await visit('endpoint-services/create');
  const main = page.getByRole('main');
  await main.getByLabel(/ port_id$/).fill('no-uuid');
  await expect(main).not.toContainText('port_id must');
  // The next field is behind a question mark, which alone is no reason yet to move the page.
  await main.getByLabel(/ port_id$/).press('Tab');
  await page.keyboard.press('Tab');
  await expect(main).toContainText('port_id must be a UUID');
  // What was not touched is not blamed.
  await expect(main).not.toContainText('vpc_id must be given');
});

test('two mappings that are the same, and a list without any, are told at the list', async ({ page, visit }) => {
  await visit('endpoint-services/create');
  const main = page.getByRole('main');
  await main.getByLabel(/ vpc_id$/).fill('84ba1f63-8882-4871-a3c2-d380272eed83');
  await main.getByLabel(/ port_id$/).fill('11111111-2222-4333-8444-555555555555');
  // The row that is there from the start is none until something is in it.
  await main.getByRole('button', { name: 'Create' }).click();
  await expect(main).toContainText('ports must be given');
  // Beside others, too, a blank row is none: messages stand where what they are about is on the screen.
  for (const row of [1, 2]) {
    await main.getByRole('button', { name: 'Add a port mapping' }).click();
    await main
      .getByLabel(/ client_port$/)
      .nth(row)
      .fill('8080');
    await main
      .getByLabel(/ server_port$/)
      .nth(row)
      .fill('80');
  }
  await main.getByRole('button', { name: 'Create' }).click();
  await expect(main).toContainText(
    'ports[1] has the same client_port, server_port and protocol as the item at position [0]; protocol left out counts as TCP',
  );
  // The row is where one goes on.
  await expect(main.getByLabel(/ client_port$/).nth(2)).toBeFocused();
  await main.getByRole('button', { name: 'Remove port mapping 3' }).click();
  await expect(main).not.toContainText('has the same');
  await main.getByRole('button', { name: 'Remove port mapping 2' }).click();
  await expect(main).toContainText('ports must be given');
  await main.getByRole('button', { name: 'Remove port mapping 1' }).click();
  await expect(main).toContainText('ports must be given');
});

test('rules about several fields are told where they are broken', async ({ page, visit, observed }) => {
  await visit('endpoints/create');
  const main = page.getByRole('main');
  await main.getByRole('tab', { name: 'Public services' }).click();
  await main.getByRole('button', { name: 'Choose com.myhuaweicloud.cn-north-4.dns' }).click();
  await main.getByLabel(/ vpc_id$/).fill('84758cf5-9c62-43ae-a778-3dbd8370c0a4');
  await main.getByLabel(/ port_ip/).fill('198.19.130.1');
  await main.getByRole('switch', { name: / enable_whitelist/ }).click();
  const addresses = Array.from({ length: 61 }, (_, index) => `10.0.0.${index + 1},`);
  await main
    .getByLabel(/ whitelist/)
    .last()
    .fill(addresses.join(''));
  for (const row of [0, 1, 2]) {
    await main.getByRole('button', { name: 'Add a tag' }).click();
    const texts = main.locator('.two-fields').nth(row).getByRole('textbox');
    await (row < 2 ? texts.first().fill('team') : texts.last().fill('web'));
  }
  await main.getByRole('button', { name: 'Create' }).click();

  const item = (name: RegExp) => main.locator('.ant-form-item', { has: page.getByLabel(name) }).last();
  await expect(item(/ port_ip/)).toContainText('port_ip may not be in 198.19.128.0/20; use an address outside');
  await expect(item(/ whitelist/)).toContainText('whitelist must have at most 60 items');
  const rows = main.locator('.row', { has: page.locator('.two-fields') });
  await expect(rows.nth(0)).not.toContainText(/ (must|may|has) /);
  await expect(rows.nth(1)).toContainText('tags[1] has the same key as the item at position [0]');
  await expect(rows.nth(2)).toContainText('key must be given');
  await expect(main.getByRole('alert').filter({ hasText: '4 fields need a change.' })).toBeVisible();
  expect(observed.calls.filter((call) => call.startsWith('POST'))).toEqual([]);
});

test('what the service refuses stands beside its field too, with what to do', async ({ mock, page, visit }) => {
  const [service] = mock.state().services;
  await visit('endpoint-services/create');
  const main = page.getByRole('main');
  await main.getByLabel(/ vpc_id$/).fill(service?.vpc_id ?? '');
  await main.getByLabel(/ port_id$/).fill(service?.port_id ?? '');
  await main.getByLabel(/ client_port$/).fill('443');
  await main.getByLabel(/ server_port$/).fill('8443');
  await main.getByRole('button', { name: 'Create' }).click();
  // The backend's port is taken by another service of the project.
  await expect(main.locator('.rows').first()).toContainText('body.ports[0]');
  const { errorCatalogue } = await import('@vpcep/client/error-catalogue');
  const remedy = errorCatalogue.get('EndPoint.3044')?.remedy.en ?? 'no remedy';
  await expect(main.locator('.rows').first()).toContainText(remedy);
  await expect(main.getByRole('alert').filter({ hasText: 'EndPoint.3044' })).toContainText(remedy);

  // An answer that names no field is placed by its code.
  mock.setFaults([{ operation: 'createEndpointService', error: 'EndPoint.2001' }]);
  await main.getByRole('button', { name: 'Create' }).click();
  await expect(main.locator('.ant-form-item', { has: page.getByLabel(/ vpc_id$/) }).last()).toContainText(
    errorCatalogue.get('EndPoint.2001')?.remedy.en ?? 'no remedy',
  );
});
