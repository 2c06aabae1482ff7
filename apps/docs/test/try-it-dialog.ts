import type { Page } from 'playwright-core';

/** Opens the dialog in which an operation is tried, as a reader does. */
export async function openDialog(page: Page, operationId: string) {
  await page.locator(`[data-try-it="${operationId}"]`).click();
  const dialog = page.getByRole('dialog');
  const state = dialog.locator('.try-it-state');
  return {
    dialog,
    address: dialog.getByRole('textbox', { name: /mock|模拟/ }),
    field: (name: string) => dialog.getByRole('textbox', { name, exact: true }),
    send: dialog.locator('[type=submit]'),
    /** Waits for the state to read so. */
    state: (text: RegExp) => state.filter({ hasText: text }).waitFor(),
    answer: () => dialog.locator('.try-it-code pre').innerText(),
  };
}
