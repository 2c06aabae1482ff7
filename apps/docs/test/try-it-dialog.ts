import { operationAddress } from '@vpcep/openapi/reader';
import type { Page } from 'playwright-core';

/**
 * Opens the dialog in which an operation is tried, as a reader does.
 *
 * @param start where the folder of the language is; nothing where the operation is on the page that is open.
 */
export async function openDialog(page: Page, operationId: string, start?: string) {
  if (start !== undefined) await page.goto(start + operationAddress(operationId));
  await page.locator(`[data-try-it="${operationId}"]`).click();
  const opened = dialogOf(page);
  // It is shown when it is filled.
  await opened.dialog.waitFor();
  return opened;
}

/** The dialog of a page, with what is in it. */
export function dialogOf(page: Page) {
  const dialog = page.getByRole('dialog');
  const state = dialog.locator('.try-it-state');
  return {
    dialog,
    address: dialog.locator('[name=address]'),
    field: (name: string) => dialog.getByLabel(name, { exact: true }),
    /** Has a mock server answer, in place of the mock in the page. */
    useServer: async (url: string) => {
      if ((await dialog.locator('.try-it-mock[open]').count()) === 0) {
        await dialog.locator('.try-it-mock > summary').click();
      }
      await dialog.locator('[name=where]').selectOption('server');
      await dialog.locator('[name=address]').fill(url);
    },
    send: dialog.locator('[type=submit]'),
    /** Waits for the state to read so. */
    state: (text: RegExp) => state.filter({ hasText: text }).waitFor(),
    /** What can follow the response, by its words. */
    next: (words: RegExp) => dialog.locator('.try-it-next').getByRole('button', { name: words }),
    answer: () => dialog.locator('.try-it-code pre').innerText(),
  };
}
