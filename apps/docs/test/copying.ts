import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../src/site/languages.js';
import { textsOf } from '../src/site/texts.js';

/** What a page needs whose copies are looked at. */
export const permissions = ['clipboard-read', 'clipboard-write'];

export const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

/** Copies each piece of code on a page by keyboard. */
export async function copyCodes(page: Page, language: Language): Promise<void> {
  const texts = textsOf[language];
  const codes = await page.locator('.text pre').allTextContents();
  expect(codes.length).toBeGreaterThan(1);
  const buttons = page.locator('.text').getByRole('button', { name: texts.copy, exact: true });
  expect(await buttons.count()).toBe(codes.length);
  for (const [index, code] of codes.entries()) {
    await buttons.nth(index).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: texts.copied }).nth(0).waitFor();
    await expect.poll(() => copied(page)).toBe(code);
  }
}

/** Copies the samples of an operation by keyboard. */
export async function copySamples(page: Page, language: Language): Promise<void> {
  const texts = textsOf[language];
  const operation = page.locator('.operation').filter({ has: page.locator('[data-try-it=createEndpointService]') });
  for (const label of ['curl', 'TypeScript']) {
    await operation.locator('label').getByText(label, { exact: true }).click();
    const panel = operation.locator('.tabs > div').filter({ visible: true }).first();
    const source = await panel.locator('pre').textContent();
    expect(source).toMatch(/^(curl|import) /);
    await panel.getByRole('button', { name: texts.copy, exact: true }).press('Enter');
    await panel.getByRole('status').filter({ hasText: texts.copied }).first().waitFor();
    expect(await copied(page)).toBe(source);
  }
}
