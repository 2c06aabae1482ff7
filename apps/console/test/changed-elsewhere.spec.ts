import { expect, test } from './console.js';
import { endpoint, gateway, orders } from './small-team.js';

const service = `vpc-endpoint-services/${orders}`;

test('a form that was opened before a change leaves that alone, and shows it', async ({
  mock,
  page,
  visit,
  elsewhere,
  comeBack,
}) => {
  await visit(`endpoint-services/${orders}`);
  await page.getByRole('main').getByRole('button', { name: 'Edit' }).click();
  const drawer = page.getByRole('dialog', { name: 'Edit orders' });
  await drawer.getByLabel(/ service_name/).fill('orders-2');
  await elsewhere('PUT', service, { description: 'Changed elsewhere', approval_enabled: false });
  await comeBack();
  await expect(drawer.getByLabel(/ description/)).toHaveValue('Changed elsewhere');
  await expect(drawer.getByRole('radio', { name: /^false/ })).toBeChecked();
  await expect(drawer.getByRole('alert')).toHaveCount(0);

  const sent = page.waitForRequest((request) => request.method() === 'PUT');
  await drawer.getByRole('button', { name: 'Save' }).click();
  expect((await sent).postDataJSON()).toEqual({ service_name: 'orders-2' });
  await expect(drawer).toBeHidden();
  expect(mock.state().services.find(({ id }) => id === orders)).toMatchObject({
    description: 'Changed elsewhere',
    approval_enabled: false,
  });
});

test('a field that was changed both here and elsewhere stays, says so, and can show what is there now', async ({
  page,
  visit,
  elsewhere,
  comeBack,
}) => {
  await visit(`endpoint-services/${orders}`);
  await page.getByRole('main').getByRole('button', { name: 'Edit' }).click();
  const drawer = page.getByRole('dialog', { name: 'Edit orders' });
  const description = drawer.getByLabel(/ description/);
  const alert = drawer.getByRole('alert').filter({ hasText: 'This was changed elsewhere meanwhile' });
  await description.fill('Changed here');
  await elsewhere('PUT', service, { description: 'Changed elsewhere' });
  await comeBack();
  await expect(alert).toBeVisible();
  await expect(description).toHaveValue('Changed here');
  await expect(drawer).toContainText('Changed elsewhere meanwhile.');

  await alert.getByRole('button', { name: 'Show what is there now' }).click();
  await expect(description).toHaveValue('Changed elsewhere');
  await expect(alert).toBeHidden();
  await expect(drawer).not.toContainText('meanwhile');
  // Nothing of the reader's is left there to be lost.
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
});

test('forms that are a part of the page show what was changed elsewhere', async ({
  page,
  visit,
  goOn,
  elsewhere,
  comeBack,
}) => {
  await visit(`endpoints/${endpoint}?tab=whitelist`);
  await expect(page.getByRole('switch')).not.toBeChecked();
  await elsewhere('PUT', `vpc-endpoints/${endpoint}`, { enable_whitelist: true, whitelist: ['10.1.0.0/16'] });
  await comeBack();
  await expect(page.getByRole('switch')).toBeChecked();
  await expect(page.getByRole('main')).toContainText('10.1.0.0/16');

  await goOn(`endpoints/${gateway}?tab=policy`);
  const policy = page.getByRole('main').getByRole('textbox');
  const statement = { Effect: 'Deny', Action: ['*'], Resource: ['*'] };
  const now = JSON.stringify([statement], undefined, 2);
  await expect(policy).not.toHaveValue(now);
  await elsewhere('PUT', `vpc-endpoints/${gateway}/policy`, { policy_statement: [statement] });
  await comeBack();
  await expect(policy).toHaveValue(now);
  // It is what was read, and not what was filled in.
  await page.getByRole('link', { name: 'Quotas' }).click();
  await expect(page.getByText('4 of 100 used')).toBeVisible();
});

test('what cannot be read again stays, with what is filled in', async ({ mock, page, visit, goOn, comeBack }) => {
  const outdated = page.getByRole('alert').filter({ hasText: 'could not be read again' });
  await visit(`endpoint-services/${orders}`);
  await page.getByRole('main').getByRole('button', { name: 'Edit' }).click();
  const drawer = page.getByRole('dialog', { name: 'Edit orders' });
  await drawer.getByLabel(/ description/).fill('Changed here');
  mock.setFaults([{ error: 'EndPoint.0005' }]);
  await comeBack();
  await expect(outdated).toBeVisible();
  await expect(drawer.getByLabel(/ description/)).toHaveValue('Changed here');
  mock.setFaults([]);
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(drawer).toBeHidden();
  await expect(outdated).toBeHidden();
  await expect(page.getByText('Changed here')).toBeVisible();

  await goOn('endpoint-services');
  await page.getByRole('checkbox', { name: 'Select orders' }).check();
  mock.setFaults([{ error: 'EndPoint.0005' }]);
  await comeBack();
  await expect(outdated).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Select orders' })).toBeChecked();
  mock.setFaults([]);
  await outdated.getByRole('button', { name: 'Try again' }).click();
  await expect(outdated).toBeHidden();
});
