import type { Page, Route } from '@playwright/test';
import { expect, test } from './console.js';

/** Holds back the decisions that a page sends, until they are let go. */
async function holdDecisions(page: Page) {
  const held: Route[] = [];
  let isHolding = true;
  await page.route('**/connections/action', (route) => {
    held.push(route);
    return isHolding ? undefined : route.fallback();
  });
  return {
    count: () => held.length,
    letGo: async () => {
      isHolding = false;
      await Promise.all(held.map((route) => route.fallback()));
    },
  };
}

async function acceptTen(page: Page) {
  const main = page.getByRole('main');
  await expect(main).toContainText('24 found');
  await main.getByRole('checkbox', { name: 'Select all of this page' }).check();
  await main
    .getByRole('region', { name: 'With what is selected' })
    .getByRole('button', { name: 'Accept' })
    .press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Accept 10 connections?' });
  await dialog.getByRole('button', { name: 'Accept' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Stop' })).toBeVisible();
  return dialog;
}

test('what is done to several is stopped, and taken up again', async ({ mock, page, visit }) => {
  mock.load('approval-queue');
  await visit('approvals');
  const main = page.getByRole('main');
  const decisions = await holdDecisions(page);
  const dialog = await acceptTen(page);
  await expect.poll(decisions.count).toBe(4);
  await dialog.getByRole('button', { name: 'Stop' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Stopping' })).toBeVisible();
  await decisions.letGo();
  await expect(dialog).toContainText('4 went well, 6 were not begun.');
  expect(decisions.count()).toBe(4);
  // What was not begun stays selected, to whichever end.
  await expect(main).toContainText('6 selected');
  await dialog.getByRole('button', { name: 'Go on (6)' }).press('Enter');
  await expect(dialog).toContainText('All 10 went well.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toBeHidden();
  await expect(main).toContainText('14 found');
  // The bar with the button is gone: the focus is near where that was.
  await expect.poll(() => main.evaluate((element) => element.contains(document.activeElement))).toBe(true);
});

test('leaving what is done to several asks first, and stops it', async ({ mock, page, visit, settled }) => {
  mock.load('approval-queue');
  await visit('quotas');
  await page.getByRole('link', { name: 'Approvals' }).click();
  const decisions = await holdDecisions(page);
  const dialog = await acceptTen(page);
  await expect.poll(decisions.count).toBe(4);
  const question = page.getByRole('dialog', { name: 'Leave while this is under way?' });
  const back = () =>
    page.evaluate(() => {
      history.back();
    });
  await back();
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(question).toBeHidden();
  await expect(dialog).toBeVisible();
  const asked = page.waitForEvent('dialog');
  await page.evaluate(() => {
    setTimeout(() => {
      location.reload();
    });
  });
  const ofBrowser = await asked;
  expect(ofBrowser.type()).toBe('beforeunload');
  await ofBrowser.dismiss();

  await back();
  await question.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quotas');
  await decisions.letGo();
  const accepted = () => mock.state().endpoints.filter(({ status }) => status === 'accepted').length;
  await expect.poll(accepted).toBe(9);
  await settled();
  expect({ sent: decisions.count(), accepted: accepted() }).toEqual({ sent: 4, accepted: 9 });
});

test('what several lose is said of several', async ({ mock, page, visit }) => {
  mock.load('approval-queue');
  await visit('approvals');
  const main = page.getByRole('main');
  const bar = main.getByRole('region', { name: 'With what is selected' });
  const dialog = page.getByRole('dialog');
  await main.getByRole('row').nth(1).getByRole('checkbox').check();
  await bar.getByRole('button', { name: 'Reject' }).click();
  await expect(dialog).toContainText('It can no longer reach the service. You can accept it again later.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await main.getByRole('row').nth(2).getByRole('checkbox').check();
  await bar.getByRole('button', { name: 'Reject' }).click();
  await expect(dialog).toContainText('None of them can reach its service any more. You can accept them again later.');
});
