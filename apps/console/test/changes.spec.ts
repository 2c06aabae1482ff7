import { expect, test } from './console.js';
import { connected, gateway, orders } from './small-team.js';

const table = '99477d3b-87f6-49d2-8f3b-2ffc72731a38';

test('a service is renamed, and what stands beside its connections and records is noted', async ({
  mock,
  page,
  visit,
  goOn,
}) => {
  const service = () => mock.state().services.find(({ id }) => id === orders);
  await visit(`endpoint-services/${orders}`);
  await page.getByRole('button', { name: 'Rename' }).click();
  const renaming = page.getByRole('dialog', { name: 'Rename orders' });
  await renaming.getByLabel(/ endpoint_service_name/).fill('no name at all');
  await renaming.getByRole('button', { name: 'Save' }).click();
  await expect(renaming).toContainText('endpoint_service_name must be up to 16 letters');
  await renaming.getByLabel(/ endpoint_service_name/).fill('purchases');
  await renaming.getByLabel(/ endpoint_service_name/).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('purchases');
  await expect(renaming).toBeHidden();
  // Nothing else was sent: the service is available all the while.
  expect(service()).toMatchObject({ name: 'purchases', status: 'available', approval_enabled: true });

  await goOn(`endpoint-services/${orders}?tab=connections`);
  await page
    .getByRole('button', { name: `Edit the note on ${connected}` })
    .filter({ visible: true })
    .click();
  const ofConnection = page.getByRole('dialog', { name: `Note on ${connected}` });
  await expect(ofConnection.getByLabel(/ description/)).toHaveValue('Web shop of the northern branch');
  await ofConnection.getByLabel(/ description/).fill('Northern <branch>');
  await ofConnection.getByRole('button', { name: 'Save' }).click();
  await expect(ofConnection).toContainText('description may not contain < or >');
  await ofConnection.getByLabel(/ description/).fill('');
  await ofConnection.getByRole('button', { name: 'Save' }).click();
  await expect(ofConnection).toBeHidden();
  await expect(page.getByText('Web shop of the northern branch')).toHaveCount(0);
  expect(mock.state().endpoints.find(({ id }) => id === connected)?.connection_description).toBe('');

  // On a phone there is no column for notes.
  await page.setViewportSize({ width: 360, height: 740 });
  await goOn(`endpoint-services/${orders}?tab=permissions`);
  await page.getByRole('button', { name: 'Edit the note on *' }).filter({ visible: true }).click();
  const ofRecord = page.getByRole('dialog', { name: 'Note on *' });
  await ofRecord.getByLabel(/ description/).fill('Until the fair is over');
  await ofRecord.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Until the fair is over').filter({ visible: true })).toBeVisible();
  expect(service()?.permissions?.find(({ permission }) => permission === '*')?.description).toBe(
    'Until the fair is over',
  );
});

test('several entries of the whitelist are added and removed at once', async ({ mock, page, visit }) => {
  const entries = () =>
    mock
      .state()
      .services.find(({ id }) => id === orders)
      ?.permissions?.map((one) => one.permission);
  await visit(`endpoint-services/${orders}?tab=permissions`);
  const drawer = page.getByRole('dialog', { name: 'Several entries at once' });
  const open = () => page.getByRole('button', { name: 'Several entries at once' }).click();

  await open();
  const sent = page.waitForRequest((request) => request.url().endsWith('/permissions/action'));
  await drawer
    .getByLabel(/ permissions/)
    .last()
    .fill('organizations:orgPath::o-1/*,organizations:orgPath::o-2/*,');
  await drawer.getByRole('button', { name: 'Save' }).click();
  // The type follows the entries.
  expect((await sent).postDataJSON()).toEqual({
    action: 'add',
    permission_type: 'orgPath',
    permissions: ['organizations:orgPath::o-1/*', 'organizations:orgPath::o-2/*'],
  });
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('button', { name: 'Remove organizations:orgPath::o-2/*' })).toBeVisible();

  await open();
  await drawer.getByRole('radio', { name: /^remove/ }).click();
  await drawer
    .getByLabel(/ permissions/)
    .last()
    .fill('*,organizations:orgPath::o-1/*,');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'Remove *' })).toBeHidden();
  expect(entries()).toEqual([
    'iam:domain::295dacf46a4842fcbf7844dc2dc2489d',
    'iam:domain::5fc973eea581490997e82ea11a1d0101',
    'organizations:orgPath::o-2/*',
  ]);
});

test('route tables and the policy of a gateway endpoint', async ({ mock, page, visit, goOn }) => {
  const endpoint = () => mock.state().endpoints.find(({ id }) => id === gateway);
  // Another endpoint has the first of these already.
  const taken = '11477d3b-87f6-49d2-8f3b-2ffc72731a38';
  const state = mock.state();
  const [other] = state.endpoints.filter(({ id }) => id === gateway);
  if (other === undefined) throw new Error('the state has no gateway endpoint');
  mock.load({ ...state, endpoints: [...state.endpoints, { ...other, id: crypto.randomUUID(), routetables: [taken] }] });

  await visit(`endpoints/${gateway}?tab=route-tables`);
  const field = page.getByLabel(/ routetables/).last();
  await field.fill(`${taken},705290f3-0d00-41f2-aedc-71f09844e879,`);
  await page.getByRole('button', { name: 'Save' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'Some route tables stay as they were' });
  await expect(alert).toContainText(`${taken} could not be bound`);
  expect(endpoint()?.routetables).toEqual([table, '705290f3-0d00-41f2-aedc-71f09844e879']);
  // What was refused is not among those that are bound.
  await expect(page.getByTitle(taken)).toHaveCount(0);
  await field.press('Backspace');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(alert).toBeHidden();
  expect(endpoint()?.routetables).toEqual([table]);

  await goOn(`endpoints/${gateway}?tab=policy`);
  await page.getByRole('button', { name: 'Delete the policy' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete the policy of this endpoint?' });
  await expect(dialog).toContainText('this call will be withdrawn');
  await dialog.getByRole('button', { name: 'Delete the policy' }).click();
  await expect(page.getByRole('button', { name: 'Delete the policy' })).toHaveCount(0);
  await expect(page.getByLabel(/ policy_statement/)).toHaveValue('');
  expect(endpoint()?.policy_statement).toEqual([]);
});

test('the versions that the API speaks are asked for when somebody wants to know', async ({
  page,
  visit,
  observed,
  mock,
}) => {
  await visit('quotas');
  await page.getByRole('button', { name: 'Connection settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Connection settings' });
  await dialog.getByText('Versions that the API at this address speaks').click();
  await expect(dialog.getByText('v2', { exact: true })).toBeVisible();
  expect(observed.calls.filter((call) => /v\d$/.test(call))).toEqual([]);
  await dialog.getByText('v2', { exact: true }).click();
  await expect(dialog).toContainText(`Address ${mock.url}/v2`);
  expect(observed.calls.filter((call) => /v\d$/.test(call))).toEqual(['GET /v2']);
  // They are those of the address in force, not of one that is being entered.
  await dialog.getByLabel('Address of the API').fill(`${mock.url}/elsewhere`);
  await dialog.getByLabel('Address of the API').press('Tab');
  await expect(dialog.getByText('v2', { exact: true })).toBeHidden();
});
