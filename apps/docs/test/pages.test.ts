import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages, folderOf } from '../src/site/languages.js';
import { seriousViolations } from './accessibility.js';
import { expandAll, serveSite, untilReady, type Opened } from './site.js';

let site: Awaited<ReturnType<typeof serveSite>>;
let still: Opened;
beforeAll(async () => {
  site = await serveSite();
  still = await site.open({ javaScriptEnabled: false });
});
afterAll(() => site.close());

/** A page of every kind. */
const kinds = ['', 'guides/', 'guides/connect/', 'errors/', 'changelog/'];
const isReference = (path: string) => ['', 'zh-CN/'].includes(path);

const words = {
  en: ['whitelist', 'port_id', 'EndPoint.3044'],
  'zh-CN': ['终端节点', '连接', '白名单', 'port_id', 'whitelist'],
};

/** The reference is long: it has the same colours in both languages, and each of them is looked at in one theme. */
const themesOf = (path: string) =>
  path === '' ? (['light'] as const) : path === 'zh-CN/' ? (['dark'] as const) : (['light', 'dark'] as const);

describe.each(languages.flatMap((language) => kinds.map((kind) => [folderOf(language) + kind, language] as const)))(
  '/%s',
  (path, language) => {
    // Opened once, as the reference takes seconds: each test leaves the page so that the next one can use it.
    let opened: Opened;
    beforeAll(async () => {
      opened = await site.open({ locale: 'de' });
      await opened.page.goto(site.address + path);
      if (isReference(path)) await untilReady(opened.page);
    });
    afterAll(() => opened.close());

    test('shows its text without scripts, and the same with', async () => {
      await still.page.goto(site.address + path);
      const before = await still.page.locator('main').innerText();
      const { page } = opened;
      const title = await page.locator('h1').innerText();
      expect(before).toContain(title);
      const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '').length;
      expect(lines(await page.locator('main').innerText())).toBeGreaterThanOrEqual(lines(before));
    });

    // The reference has more than 20,000 elements, and axe looks at what is behind each of them.
    test.each(themesOf(path))(
      'gives axe nothing serious to find in the %s theme',
      { timeout: 240_000 },
      async (colorScheme) => {
        const { page } = opened;
        await page.emulateMedia({ colorScheme });
        await page.evaluate(() => {
          for (const details of [...document.querySelectorAll('details')].slice(0, 3)) details.open = true;
        });
        expect(await seriousViolations(page)).toEqual([]);
      },
    );

    test('has a search that finds', async () => {
      const { page } = opened;
      await page.keyboard.press('Control+k');
      const dialog = page.locator('.search-dialog');
      for (const word of words[language]) {
        await dialog.getByRole('combobox').fill(word);
        await dialog.locator('[role=option] mark').filter({ hasText: word }).first().waitFor();
      }
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    });

    test('fits windows of any width', async () => {
      const { page } = opened;
      if (isReference(path)) await expandAll(page);
      for (const width of [360, 768, 1920]) {
        await page.setViewportSize({ width, height: 740 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
    });

    test('did all that without a word on the console or to another origin', () => {
      const { elsewhere, complaints } = opened;
      expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
    });
  },
);

describe('in the other language', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await site.open({ locale: 'de', viewport: { width: 1280, height: 400 } });
  });
  afterAll(() => opened.close());

  test.each(kinds)('/%s can be had at the same place, and back', async (path) => {
    const { page, complaints } = opened;
    await page.goto(site.address + path);
    const anchors = await page.locator('main [id]').evaluateAll((all) => all.map(({ id }) => id));
    const anchor = anchors[Math.floor(anchors.length / 2)];
    const hash = anchor === undefined ? '' : `#${anchor}`;
    await page.goto(site.address + path + hash);
    for (const other of [`zh-CN/${path}`, path]) {
      await page.locator('.language-switch').click();
      await page.waitForURL((url) => decodeURI(url.href) === site.address + other + hash);
      if (anchor === undefined) continue;
      const place = page.locator(`[id="${anchor}"]`);
      await expect
        .poll(() => place.evaluate((element) => element.getBoundingClientRect().top))
        .toSatisfy((top: number) => top >= 0 && top < 400, 'the place is in the window');
    }
    expect(complaints).toEqual([]);
  });
});
