import type { Page } from '@playwright/test';
import { expect, test } from './console.js';
import { orders } from './small-team.js';

/** Has files of the console not be there, as without a network or once a newer version has taken the place of this one. */
async function lose(page: Page, file: RegExp): Promise<() => Promise<void>> {
  await page.route(file, (route) => route.abort());
  return () => page.unroute(file);
}

const notLoaded = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'This part of the console could not be loaded' });

test('a drawer that cannot be loaded leaves the page in use, and opens once it can', async ({ page, visit }) => {
  await visit(`endpoint-services/${orders}`);
  const main = page.getByRole('main');
  const edit = main.getByRole('button', { name: 'Edit' });
  const findAgain = await lose(page, /edit-service-drawer/);
  await edit.click();
  await expect(notLoaded(page)).toBeVisible();
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('orders');
  await notLoaded(page).getByRole('button', { name: 'Close' }).click();
  await expect(notLoaded(page)).toBeHidden();
  await edit.click();
  await expect(notLoaded(page)).toBeVisible();
  await findAgain();
  await notLoaded(page).getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('dialog', { name: 'Edit orders' })).toBeVisible();
});

test('so does a tab, and a page', async ({ page, visit }) => {
  await visit(`endpoint-services/${orders}`);
  const main = page.getByRole('main');
  const findAgain = await lose(page, /(permission-list|quotas-page)-/);
  await page.getByRole('tab', { name: 'Whitelist' }).click();
  await expect(notLoaded(page)).toBeVisible();
  await page.getByRole('tab', { name: 'Details' }).click();
  await expect(notLoaded(page)).toBeHidden();
  await page.getByRole('link', { name: 'Quotas' }).click();
  await expect(notLoaded(page)).toBeVisible();
  await findAgain();
  await notLoaded(page).getByRole('button', { name: 'Try again' }).click();
  await expect(main.getByText('4 of 100 used')).toBeVisible();
  await page.goBack();
  await page.getByRole('tab', { name: 'Whitelist' }).click();
  await expect(main.getByRole('tabpanel')).toContainText('iam:domain');
});

test('a language that cannot be loaded is said in that language, and can be tried again', async ({ page, visit }) => {
  await visit('quotas');
  const findAgain = await lose(page, /zh[-_]CN/);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('中文');
  await expect(page.getByRole('alert')).toContainText('控制台无法显示');
  await findAgain();
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('配额');
});

test('without the question, the browser asks before what is filled in is lost', async ({ page, visit }) => {
  await lose(page, /leaving-dialog/);
  await visit('endpoint-services/create');
  const field = page.getByRole('main').getByLabel(/ vpc_id$/);
  await field.fill('some');
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
  });
  const quotas = page.getByRole('link', { name: 'Quotas' });
  await quotas.click();
  await expect(field).toHaveValue('some');
  await quotas.click();
  await expect(page.getByText('4 of 100 used')).toBeVisible();
  expect(asked).toHaveLength(2);
  expect(asked[0]).toContain('Discard what you have filled in?');
});

test('what shows messages is not needed to see them', async ({ page, visit }) => {
  await lose(page, /message-place/);
  await visit(`endpoint-services/${orders}?tab=tags`);
  await page.getByLabel(/ key$/).fill('team');
  await page.getByRole('button', { name: 'Add a tag' }).click();
  await expect(page.getByText('The tag is set.')).toBeVisible();
});
