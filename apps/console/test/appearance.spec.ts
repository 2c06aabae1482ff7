import { fileURLToPath } from 'node:url';
import { fullTier } from '@vpcep/testing';
import type { Page } from '@playwright/test';
import type { Result } from 'axe-core';
import { expect, test } from './console.js';
import { kinds, pages } from './pages.js';
import { orders } from './small-team.js';

const axe = fileURLToPath(import.meta.resolve('axe-core'));

async function violationsOf(page: Page): Promise<string[]> {
  if (await page.evaluate(() => !('axe' in globalThis))) await page.addScriptTag({ path: axe });
  const violations = await page.evaluate(async () => {
    const { violations: found } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run({
      resultTypes: ['violations'],
    });
    return found;
  });
  const told = ({ id, nodes }: Result) =>
    `${id}: ${nodes
      .map(({ html }) => html.slice(0, 160))
      .slice(0, 5)
      .join(' | ')}`;
  return violations.map(told);
}

// Names depend on the language, contrasts on the colours: two pairs have each of them.
const pairs = [
  ['en', 'light'],
  ['zh-CN', 'dark'],
  ...(fullTier
    ? ([
        ['en', 'dark'],
        ['zh-CN', 'light'],
      ] as const)
    : []),
] as const;
for (const [language, colorScheme] of pairs) {
  test.describe(`${language}, ${colorScheme}`, () => {
    // The policy of the page would keep axe out.
    test.use({ colorScheme, bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing, best practices included', async ({ page, visit, goOn, settled }) => {
      const found: Record<string, string[]> = {};
      await visit('', { language });
      for (const place of fullTier ? pages : kinds) {
        await goOn(place, { language });
        await settled();
        const violations = await violationsOf(page);
        if (violations.length > 0) found[place] = violations;
      }
      expect(found).toEqual({});
    });

    test('axe finds nothing, best practices included, in dialogs, drawers and messages', async ({
      mock,
      page,
      visit,
      settled,
    }) => {
      await visit('endpoint-services/create', { language });
      await page.getByRole('main').locator('button[type=submit]').click();
      await expect(page.getByRole('alert').first()).toBeVisible();
      await settled();
      expect(await violationsOf(page), 'a bad form').toEqual([]);

      await page.locator('.console-tools button').first().click();
      await expect(page.getByRole('dialog').locator('form').first()).toBeVisible();
      await settled();
      expect(await violationsOf(page), 'faults').toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();

      await page.locator('.console-tools button').nth(2).click();
      await expect(page.getByRole('dialog').getByRole('status')).not.toBeEmpty();
      await settled();
      expect(await violationsOf(page), 'settings').toEqual([]);

      await visit(`endpoint-services/${orders}`, { language });
      await page.getByRole('button', { name: /^(Upgrade|升级)$/ }).click();
      await expect(page.getByRole('dialog').getByRole('switch')).toBeVisible();
      await settled();
      expect(await violationsOf(page), 'an upgrade').toEqual([]);

      mock.setFaults([{ error: 'EndPoint.0001' }]);
      await visit(`endpoint-services/${orders}`, { language });
      await expect(page.getByRole('alert').first()).toBeVisible();
      await settled();
      expect(await violationsOf(page), 'a failure').toEqual([]);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test.describe('for axe', () => {
    test.use({ bypassCSP: true });

    test('axe finds nothing, best practices included, in pages, the navigation and what opens', async ({
      page,
      visit,
      goOn,
      settled,
    }) => {
      const found: Record<string, string[]> = {};
      const look = async (state: string) => {
        await settled();
        const violations = await violationsOf(page);
        if (violations.length > 0) found[state] = violations;
      };
      await visit('');
      for (const place of fullTier ? pages : kinds) {
        await goOn(place);
        await look(place);
      }
      await page.getByRole('button', { name: 'Open the navigation' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look('the navigation');
      await page.getByRole('link', { name: 'Endpoint services' }).click();
      const main = page.getByRole('main');
      await main.getByRole('checkbox', { name: 'Select all of this page' }).check();
      await main.getByRole('button', { name: 'View' }).click();
      await look('a list with its view open and all selected');
      await page.keyboard.press('Escape');
      await main.getByRole('button', { name: 'Delete' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look('several at once');
      expect(found).toEqual({});
    });
  });

  test('every page fits a window of 360 pixels', async ({ page, visit, goOn, settled }) => {
    await visit('');
    for (const place of pages) {
      await goOn(place);
      await settled();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), place).toBe(360);
      // Nothing that can be used, and no status, is cut off inside of what clips it.
      const cut = await page
        .getByRole('main')
        .locator('button:visible, a:visible, input:visible, .status-tag:visible')
        .evaluateAll((elements) =>
          elements
            // A picture scrolls inside of its frame.
            .filter((element) => element.closest('.ant-tabs-nav, svg') === null)
            .filter((element) => {
              const clip = element.closest('.resource-table-rows')?.getBoundingClientRect().right ?? innerWidth;
              return element.getBoundingClientRect().right > clip;
            })
            .map((element) => element.outerHTML.slice(0, 100)),
        );
      expect(cut, place).toEqual([]);
    }
  });

  test('the navigation is behind a button, and gives way to the page that is chosen', async ({ page, visit }) => {
    await visit('endpoint-services');
    await expect(page.getByRole('link', { name: 'Quotas' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Open the navigation' }).click();
    const links = page.getByRole('dialog').getByRole('link');
    await expect(links).toHaveCount(5);
    // Each is large enough for a finger, and that of this page is another colour.
    const looks = await links.evaluateAll((all) =>
      all.map((link) => ({ height: link.getBoundingClientRect().height, colour: getComputedStyle(link).color })),
    );
    expect(Math.min(...looks.map(({ height }) => height))).toBeGreaterThanOrEqual(44);
    expect(looks.filter(({ colour }) => colour === looks[0]?.colour)).toHaveLength(1);
    await page.getByRole('link', { name: 'Quotas' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Quotas' })).toBeVisible();
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});

test('lists have room for all their columns at 1280 pixels, and short values stay whole', async ({
  page,
  visit,
  goOn,
  settled,
}) => {
  await visit('');
  for (const place of ['endpoint-services', 'endpoints', `endpoint-services/${orders}?tab=connections`, 'approvals']) {
    await goOn(place);
    await settled();
    const rows = page.locator('.resource-table-rows');
    expect(await rows.evaluate((box) => box.scrollWidth - box.clientWidth), place).toBe(0);
    const broken = await rows
      .locator('td > code, td > .mono:not(.copyable-id)')
      .evaluateAll((values) => values.filter(({ clientHeight }) => clientHeight > 30).map((value) => value.outerHTML));
    expect(broken, place).toEqual([]);
  }
});

test('the page follows the system into the dark, and back', async ({ page, visit }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await visit('quotas');
  const brightness = () =>
    page.locator('.console').evaluate((element) => {
      const [red = 0] = (/\d+/.exec(getComputedStyle(element).backgroundColor) ?? []).map(Number);
      return red;
    });
  await expect.poll(brightness).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(brightness).toBeLessThan(60);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(brightness).toBeGreaterThan(200);
});

test('dialogs open and close at once where the system asks for little motion', async ({ page, visit }) => {
  const animationsOfDialog = async () => {
    await visit('quotas');
    // Each rule that starts is counted, however short it is.
    await page.evaluate(() => {
      const counted = window as Window & { animations?: number };
      counted.animations = 0;
      document.addEventListener('animationstart', ({ target }) => {
        const inDialog = target instanceof Element && target.closest('.ant-modal-root') !== null;
        if (inDialog) counted.animations = (counted.animations ?? 0) + 1;
      });
    });
    const dialog = page.getByRole('dialog', { name: 'Connection settings' });
    await page.getByRole('button', { name: 'Connection settings' }).click();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    return page.evaluate(() => (window as Window & { animations?: number }).animations);
  };
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await animationsOfDialog()).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await animationsOfDialog()).toBe(0);
});
