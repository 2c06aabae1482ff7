import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { folderOf, languages } from '../src/site/languages.js';
import { textsOf } from '../src/site/texts.js';
import { openSite } from './site.js';

const site = await openSite();
afterAll(() => site.close());

const white = 'rgb(255, 255, 255)';
const background = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

describe.each(languages)('in %s', (language) => {
  const { theme, themes } = textsOf[language];
  const folder = folderOf(language);

  test('the colours are those of the system until the reader chooses, by keyboard too, and from then on on every page', async () => {
    const { page, complaints, close } = await site.open({ colorScheme: 'dark' });
    await page.goto(`${site.address}${folder}errors/`);
    const choice = page.getByRole('combobox', { name: theme });
    expect(await background(page)).not.toBe(white);
    expect(await choice.locator('option').allTextContents()).toEqual([themes.system, themes.light, themes.dark]);
    expect(await choice.inputValue()).toBe('');

    await choice.focus();
    await page.keyboard.press('ArrowDown');
    expect(await choice.inputValue()).toBe('light');
    expect(await background(page)).toBe(white);

    await page.goto(`${site.address}${folder}guides/`);
    expect(await background(page)).toBe(white);
    expect(await choice.inputValue()).toBe('light');
    await choice.selectOption({ label: themes.system });
    expect(await background(page)).not.toBe(white);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await background(page)).toBe(white);
    expect(complaints).toEqual([]);
    await close();
  });
});

test('a page is shown in the chosen colours from its first moment on, with no script of the site run yet', async () => {
  const { page, close } = await site.open({ colorScheme: 'light' });
  await page.goto(`${site.address}errors/`);
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('dark');
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto(`${site.address}guides/`);
  expect(await background(page)).not.toBe(white);
  // Before anything can be seen, there has to be a body.
  expect(
    await page.evaluate(() => {
      const [script] = document.head.querySelectorAll('script');
      return script?.textContent.includes('theme');
    }),
  ).toBe(true);
  await close();
});

test('what is chosen in one window is chosen in the others', async () => {
  const { page, close } = await site.open({ colorScheme: 'light' });
  await page.goto(`${site.address}errors/`);
  const other = await page.context().newPage();
  await other.goto(`${site.address}guides/`);
  await other.getByRole('combobox', { name: 'Colours' }).selectOption('dark');
  await expect.poll(() => background(page)).not.toBe(white);
  expect(await page.getByRole('combobox', { name: 'Colours' }).inputValue()).toBe('dark');
  await close();
});

test('where storage is forbidden, the choice holds for the page, and nothing complains', async () => {
  const { page, complaints, close } = await site.open({ colorScheme: 'light' });
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  await page.goto(`${site.address}errors/`);
  await page.getByRole('combobox', { name: 'Colours' }).selectOption('dark');
  expect(await background(page)).not.toBe(white);
  await page.goto(`${site.address}guides/`);
  expect(await background(page)).toBe(white);
  expect(complaints).toEqual([]);
  await close();
});

test('without scripts there is nothing to choose, and paper is white', async () => {
  const { page, close } = await site.open({ colorScheme: 'dark', javaScriptEnabled: false });
  await page.goto(`${site.address}errors/`);
  expect(await page.locator('.theme-switch').isVisible()).toBe(false);
  await close();
  const reader = await site.open({ colorScheme: 'light' });
  await reader.page.goto(`${site.address}errors/`);
  await reader.page.getByRole('combobox', { name: 'Colours' }).selectOption('dark');
  await reader.page.emulateMedia({ media: 'print' });
  expect(await background(reader.page)).toBe(white);
  await reader.close();
});
