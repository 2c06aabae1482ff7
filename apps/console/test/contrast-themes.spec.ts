import type { Locator, Page } from '@playwright/test';
import { expect, test } from './console.js';
import { orders } from './small-team.js';

const look = async (element: Locator): Promise<string> => (await element.screenshot()).toString('base64');

const backgroundOf = (element: Locator): Promise<string> =>
  element.evaluate((each) => getComputedStyle(each).backgroundColor);

/** Whether something is seen at all: its place looks otherwise without it. */
async function expectSeen(element: Locator, place = element.locator('..')): Promise<void> {
  const before = await look(place);
  await element.evaluate((each) => {
    each.style.opacity = '0';
  });
  expect(await look(place)).not.toBe(before);
}

/** Whether one that is chosen looks otherwise than one that is not. */
async function expectChosen(chosen: Locator, other: Locator): Promise<void> {
  expect(await backgroundOf(chosen)).not.toBe(await backgroundOf(other));
}

const useTheme = (page: Page) => page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });

test('a contrast theme shows what is chosen, on, open and current', async ({ mock, page, visit }) => {
  await useTheme(page);
  await visit('endpoint-services/create');
  const radios = page.locator('.ant-radio');
  await expect(radios.first()).toHaveClass(/ant-radio-checked/);
  expect(await look(radios.first())).not.toBe(await look(radios.nth(1)));

  const control = page.getByRole('switch');
  const off = await look(control);
  await control.click();
  await page.mouse.move(0, 0);
  await page.getByRole('heading', { level: 1 }).click();
  await expect(control).toBeChecked();
  expect(await look(control)).not.toBe(off);
  await control.click();
  await expectSeen(control);

  await visit(`endpoint-services/${orders}?tab=connections`);
  await expectSeen(page.locator('.ant-tabs-ink-bar'), page.getByRole('tablist'));
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  await expectChosen(links.first(), links.nth(1));

  mock.load('busy');
  await visit('endpoint-services');
  await expectChosen(page.getByRole('button', { name: 'Page 1' }), page.getByRole('button', { name: 'Page 2' }));
});

test('a contrast theme shows quotas and pictures, in its own colours', async ({ page, visit }) => {
  await useTheme(page);
  await visit('quotas');
  const bar = page.getByRole('meter').first();
  await expect(bar).toBeVisible();
  const used = await look(bar);
  await bar.evaluate((each) => {
    each.style.setProperty('--part', '0%');
  });
  expect(await look(bar)).not.toBe(used);

  await visit('overview');
  const views = page.locator('.view-bar').first().locator('.ant-radio-button-wrapper');
  await expectChosen(views.first(), views.nth(1));
  const colours = await page
    .locator('.picture')
    .first()
    .evaluate((picture) => {
      const colourOf = (selector: string, name: 'fill' | 'stroke') =>
        getComputedStyle(picture.querySelector(selector) ?? picture)[name];
      return {
        page: getComputedStyle(document.body).color,
        text: colourOf('text', 'fill'),
        kind: colourOf('.picture-kind', 'fill'),
        edge: colourOf('.picture-edges path', 'stroke'),
        box: colourOf('g.picture-node rect', 'stroke'),
        linked: colourOf('a.picture-node text', 'fill'),
        mark: colourOf('.picture-status', 'stroke'),
      };
    });
  expect(new Set(Object.values(colours))).toEqual(new Set([colours.page]));
});
