import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages, folderOf } from '../src/site/languages.js';
import { seriousViolations } from './accessibility.js';
import { expandAll, serveSite, untilReady } from './site.js';

let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

/** A page of every kind. */
const kinds = ['', 'guides/', 'guides/connect/', 'errors/', 'changelog/'];
const isReference = (path: string) => ['', 'zh-CN/'].includes(path);

const words = {
  en: ['whitelist', 'port_id', 'EndPoint.3044'],
  'zh-CN': ['终端节点', '连接', '白名单', 'port_id', 'whitelist'],
};

describe.each(languages.flatMap((language) => kinds.map((kind) => [folderOf(language) + kind, language] as const)))(
  '/%s',
  (path, language) => {
    test('shows its text without scripts, and the same with', async () => {
      const still = await site.open({ javaScriptEnabled: false });
      await still.page.goto(site.address + path);
      const before = await still.page.locator('main').innerText();
      await still.close();
      const { page, elsewhere, complaints, close } = await site.open({ locale: 'de' });
      await page.goto(site.address + path);
      if (isReference(path)) await untilReady(page);
      const title = await page.locator('h1').innerText();
      expect(before).toContain(title);
      const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '').length;
      expect(lines(await page.locator('main').innerText())).toBeGreaterThanOrEqual(lines(before));
      expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
      await close();
    });

    test('gives axe nothing serious to find, in either theme', { timeout: 180_000 }, async () => {
      // The policy of the page would keep axe out.
      const { page, close } = await site.open({ locale: 'de', bypassCSP: true });
      await page.goto(site.address + path);
      if (isReference(path)) await untilReady(page);
      await page.evaluate(() => {
        for (const details of [...document.querySelectorAll('details')].slice(0, 3)) details.open = true;
      });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await seriousViolations(page), colorScheme).toEqual([]);
      }
      await close();
    });

    test('fits windows of any width', async () => {
      const { page, close } = await site.open({ locale: 'de' });
      await page.goto(site.address + path);
      if (isReference(path)) {
        await untilReady(page);
        await expandAll(page);
      }
      for (const width of [360, 768, 1920]) {
        await page.setViewportSize({ width, height: 740 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      await close();
    });

    test('has a search that finds', async () => {
      const { page, complaints, close } = await site.open({ locale: 'de' });
      await page.goto(site.address + path);
      await page.keyboard.press('Control+k');
      const dialog = page.locator('.search-dialog');
      for (const word of words[language]) {
        await dialog.getByRole('combobox').fill(word);
        await dialog.locator('[role=option] mark').filter({ hasText: word }).first().waitFor();
      }
      expect(complaints).toEqual([]);
      await close();
    });

    test('can be had in the other language, at the same place', async () => {
      const { page, complaints, close } = await site.open({ locale: 'de', viewport: { width: 1280, height: 400 } });
      await page.goto(site.address + path);
      const anchors = await page.locator('main [id]').evaluateAll((all) => all.map(({ id }) => id));
      const anchor = anchors[Math.floor(anchors.length / 2)];
      const hash = anchor === undefined ? '' : `#${anchor}`;
      await page.goto(site.address + path + hash);
      await page.locator('.language-switch').click();
      const other = path.startsWith('zh-CN/') ? path.slice('zh-CN/'.length) : `zh-CN/${path}`;
      await page.waitForURL((url) => decodeURI(url.href) === site.address + other + hash);
      if (anchor !== undefined) {
        const place = page.locator(`[id="${anchor}"]`);
        await expect.poll(() => place.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(400);
      }
      expect(complaints).toEqual([]);
      await close();
    });
  },
);
