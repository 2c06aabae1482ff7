import type { Page } from '@playwright/test';
import { expect, fillInService, test } from './console.js';

const vpc = '84ba1f63-8882-4871-a3c2-d380272eed83';

const question = (page: Page) => page.getByRole('dialog', { name: 'Discard what you have filled in?' });

async function answer(page: Page, name: 'Keep editing' | 'Discard') {
  await expect(question(page)).toBeVisible();
  await question(page).getByRole('button', { name }).click();
  await expect(question(page)).toBeHidden();
}

test('a page is left at once when nothing was filled in, and after a question when something was', async ({
  page,
  visit,
}) => {
  const main = page.getByRole('main');
  const heading = main.getByRole('heading', { level: 1 });
  const quotas = page.getByRole('link', { name: 'Quotas' });
  const field = main.getByLabel(/ vpc_id$/);
  await visit('endpoint-services');
  await main.getByRole('link', { name: 'Create endpoint service' }).click();
  await field.click();
  // A row that is blank is nothing yet, and neither is a text that was taken back.
  await main.getByRole('button', { name: 'Add a port mapping' }).click();
  await field.fill('some');
  await field.fill('');
  await quotas.click();
  await expect(heading).toHaveText('Quotas');

  await page.goBack();
  await field.fill(vpc);
  await quotas.click();
  // Enter alone, as of one who presses a key too many, loses nothing.
  await expect(question(page).getByRole('button', { name: 'Keep editing' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(question(page)).toBeHidden();

  await page.evaluate(() => {
    history.back();
  });
  await answer(page, 'Keep editing');
  await page.getByRole('combobox', { name: 'Project' }).selectOption('Northern branch');
  await answer(page, 'Keep editing');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('中文');
  await answer(page, 'Keep editing');
  await main.getByRole('button', { name: 'Cancel' }).click();
  await answer(page, 'Keep editing');
  await expect(page).toHaveURL(/\/en\/6e9dfd51\w*\/endpoint-services\/create$/);

  // Closing or reloading the tab is asked about by the browser.
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => {
    setTimeout(() => {
      location.reload();
    });
  });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await expect(field).toHaveValue(vpc);

  await quotas.click();
  await answer(page, 'Discard');
  await expect(heading).toHaveText('Quotas');
});

test('what was sent is not asked about, and what is chosen outside of the fields is', async ({ mock, page, visit }) => {
  const main = page.getByRole('main');
  await visit('endpoint-services/create');
  await fillInService(main);
  await main.getByRole('button', { name: 'Create' }).click();
  await expect(main.locator('[data-status=creating]')).toBeVisible();
  await expect(question(page)).toBeHidden();

  // A form that stays on the page holds nothing new once it was sent, and something new with the next change.
  const id = mock.state().endpoints.find(({ project_id }) => project_id.startsWith('6e9dfd51'))?.id ?? '';
  await visit(`endpoints/${id}?tab=whitelist`);
  const addresses = main.getByLabel(/ whitelist/).last();
  await addresses.fill('10.0.0.0/8,');
  await page.getByRole('tab', { name: 'Details' }).click();
  await answer(page, 'Keep editing');
  await main.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The addresses are saved.')).toBeVisible();
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.getByRole('tab', { name: 'Addresses' }).click();
  await expect(question(page)).toBeHidden();
  await addresses.fill('11.0.0.0/8,');
  await main.getByRole('link', { name: 'Endpoints' }).click();
  await answer(page, 'Discard');

  await main.getByRole('link', { name: 'Create endpoint', exact: true }).click();
  await main.getByRole('tab', { name: 'Public services' }).click();
  await main.getByRole('button', { name: 'Choose com.myhuaweicloud.cn-north-4.dns' }).click();
  await page.getByRole('link', { name: 'Quotas' }).click();
  await answer(page, 'Discard');
});

test('what is being sent is said to be under way, and does not bring the reader back', async ({ page, visit }) => {
  const main = page.getByRole('main');
  const heading = main.getByRole('heading', { level: 1 });
  const underWay = page.getByRole('dialog', { name: 'Leave while this is under way?' });
  await visit('endpoint-services/create');
  await fillInService(main);
  const held: (() => void)[] = [];
  await page.route('**/vpc-endpoint-services', async (route) => {
    if (route.request().method() === 'POST') await new Promise<void>((resolve) => held.push(resolve));
    await route.fallback();
  });
  const goOn = () => {
    held.pop()?.();
  };
  await main.getByRole('button', { name: 'Create' }).click();
  await expect.poll(() => held).toHaveLength(1);
  await page.getByRole('link', { name: 'Quotas' }).click();
  await underWay.getByRole('button', { name: 'Leave' }).click();
  await expect(heading).toHaveText('Quotas');
  goOn();
  await expect(page.getByText(/is being created/)).toBeVisible();
  await expect(heading).toHaveText('Quotas');

  // The question is of what is so at the moment, and goes when there is nothing to ask any more.
  await page.goBack();
  await fillInService(main);
  await main.getByRole('button', { name: 'Create' }).click();
  await expect.poll(() => held).toHaveLength(1);
  await page.getByRole('link', { name: 'Quotas' }).click();
  await expect(underWay).toBeVisible();
  // The same backend again is refused: nothing is under way any more, and what is filled in is still there.
  goOn();
  await answer(page, 'Keep editing');
  await main.getByLabel(/ port_id$/).fill('11111111-2222-4333-8444-666666666666');
  await main.getByRole('button', { name: 'Create' }).click();
  await expect.poll(() => held).toHaveLength(1);
  await page.getByRole('link', { name: 'Quotas' }).click();
  await expect(underWay).toBeVisible();
  goOn();
  await expect(underWay).toBeHidden();
  await expect(main.locator('[data-status=creating]')).toBeVisible();
});

test('a drawer and a dialog ask before they close upon what was filled in', async ({ page, visit }) => {
  await visit('endpoint-services');
  await page.getByRole('link', { name: 'orders' }).click();
  const drawer = page.getByRole('dialog', { name: 'Edit orders' });
  const edit = page.getByRole('main').getByRole('button', { name: 'Edit' });
  await edit.click();
  const description = drawer.getByLabel(/ description/);
  const before = await description.inputValue();
  await description.fill('other');
  await description.fill(before);
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();

  await edit.click();
  await description.fill('Orders of all shops');
  await page.keyboard.press('Escape');
  // Escape again closes the question alone.
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question(page)).toBeHidden();
  await expect(drawer).toBeVisible();
  await page.mouse.click(5, 400);
  await answer(page, 'Keep editing');
  await drawer.getByRole('button', { name: 'Close' }).click();
  await answer(page, 'Keep editing');
  await expect(description).toHaveValue('Orders of all shops');
  await page.evaluate(() => {
    history.back();
  });
  await answer(page, 'Keep editing');
  await drawer.getByRole('button', { name: 'Cancel' }).click();
  await answer(page, 'Discard');
  await expect(drawer).toBeHidden();
  await expect(edit).toBeFocused();
  await edit.click();
  await expect(description).toHaveValue(before);
  await description.fill('Orders of all shops');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(drawer).toBeHidden();

  const settings = page.getByRole('dialog', { name: 'Connection settings' });
  const open = page.getByRole('button', { name: 'Connection settings' });
  await open.click();
  await settings.getByRole('button', { name: 'Cancel' }).click();
  await expect(settings).toBeHidden();
  await open.click();
  await settings.getByLabel('Token', { exact: true }).fill('some-token');
  await page.keyboard.press('Escape');
  await answer(page, 'Keep editing');
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings).toBeHidden();
  await expect(question(page)).toBeHidden();
});

test('the drawer of the mock asks before a fault, a length of time or a name is lost, unless the mock has it', async ({
  page,
  visit,
}) => {
  await visit('endpoints');
  await page.getByRole('link', { name: 'Quotas' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Quotas' })).toBeVisible();
  const control = page.getByRole('button', { name: 'Control the mock' });
  const drawer = page.getByRole('dialog', { name: 'Control the mock' });
  const tab = (name: string) => drawer.getByRole('tab', { name }).click();
  await control.click();
  const times = drawer.getByLabel('How often');
  await times.fill('2');
  await page.keyboard.press('Escape');
  await answer(page, 'Keep editing');
  await page.mouse.click(5, 400);
  await answer(page, 'Keep editing');
  await drawer.getByRole('button', { name: 'Close' }).click();
  await answer(page, 'Keep editing');
  await page.evaluate(() => {
    history.back();
  });
  await answer(page, 'Keep editing');
  await tab('Clock');
  await answer(page, 'Keep editing');
  await expect(times).toHaveValue('2');
  await drawer.getByRole('button', { name: 'Set this fault' }).click();
  await expect(drawer).toContainText('Every call: held back for 2000ms, 2 times');
  await drawer.getByRole('button', { name: 'Clear all' }).click();

  await tab('Clock');
  await drawer.getByLabel('Another length of time').fill('90s');
  await tab('State');
  await answer(page, 'Keep editing');
  await drawer.getByRole('button', { name: 'Put ahead' }).click();
  await expect(drawer.locator('.mock-now code')).toHaveText('2026-01-01T00:01:30Z');

  await tab('State');
  await drawer.getByLabel('Name of the snapshot').fill('before');
  await tab('Requests');
  await answer(page, 'Keep editing');
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer.getByRole('list', { name: 'Snapshots' })).toContainText('before');
  await drawer.getByLabel('Ready-made state').click();
  await page.getByTitle('Nothing', { exact: true }).click();
  // As long as the choices are there, Escape is for them.
  await expect(page.locator('.ant-select-dropdown')).toBeHidden();
  await page.keyboard.press('Escape');
  await answer(page, 'Keep editing');
  await drawer.getByRole('button', { name: 'Load' }).click();
  await expect(page.getByText('The mock has the new state.')).toBeVisible();
  // What the drawer only shows is not asked about.
  await tab('Requests');
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
  await expect(question(page)).toBeHidden();

  await control.click();
  await times.fill('3');
  await page.keyboard.press('Escape');
  await answer(page, 'Discard');
  await expect(drawer).toBeHidden();
  await expect(control).toBeFocused();
});
