import { fullTier } from '@vpcep/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages, folderOf } from '../src/site/languages.js';
import { violations } from './accessibility.js';
import { addressOf, htmlOf, pageFiles } from './dist.js';
import { englishProse, textsIn } from './english-prose.js';
import { openSite } from './site.js';
import { themesOf } from './themes.js';

const site = await openSite();
afterAll(() => site.close());

const { page, elsewhere, complaints } = await site.open({ locale: 'de' });

/** A page of every kind. */
const kinds = [
  '',
  'operations/',
  'operations/createEndpointService/',
  'tags/whitelists/',
  'guides/',
  'guides/connect/',
  'errors/',
  'regions/',
  'later/',
  'changelog/',
];
/** In the full tier all pages, but for the single files, which have tests of their own. */
const addresses = fullTier
  ? pageFiles.filter((file) => !file.startsWith('download/')).map(addressOf)
  : languages.flatMap((language) => kinds.map((kind) => folderOf(language) + kind));

const words = {
  en: ['whitelist', 'port_id', 'EndPoint.3044'],
  'zh-CN': ['终端节点', '连接', '白名单', 'port_id', 'whitelist'],
};

/** Browsers show spaces and capitals in another way than they are written. */
const plain = (text: string) => text.replaceAll(/\s/g, '').toLowerCase();

describe.each(addresses)('/%s', (address) => {
  const language = address.startsWith('zh-CN/') ? 'zh-CN' : 'en';
  // Opened once: each test leaves the page so that the next one can use it.
  beforeAll(async () => {
    complaints.length = elsewhere.length = 0;
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(site.address + address);
  });

  test('shows all that its HTML says, once the scripts have taken over', async () => {
    const main = htmlOf(address).querySelector('main');
    const folded = new Set(
      main?.querySelectorAll(
        'details > :not(summary), details > :not(summary) *, dialog *, [aria-hidden=true] *, .tabs > div *',
      ),
    );
    const texts = [...(main?.querySelectorAll(':not([hidden])') ?? [])]
      .filter((element) => !folded.has(element))
      .flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === node.TEXT_NODE))
      .map((node) => node.textContent ?? '');
    expect(plain(await page.locator('h1').innerText())).toBe(plain(main?.querySelector('h1')?.textContent ?? ''));
    const shown = plain(await page.locator('main').innerText());
    expect(texts.filter((text) => !shown.includes(plain(text)))).toEqual([]);
  });

  test.each(themesOf[language])('gives axe nothing to find in the %s theme, all unfolded', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    expect(await violations(page)).toEqual([]);
  });

  test('fits windows of any width', async () => {
    for (const width of [360, 768, 1920]) {
      await page.setViewportSize({ width, height: 740 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });

  if (language === 'zh-CN') {
    test('has no English prose in what can be opened', async () => {
      expect(englishProse(await page.locator('body').evaluate(textsIn))).toEqual([]);
    });
  }

  test('has a search that finds', async () => {
    await page.keyboard.press('Control+k');
    const dialog = page.locator('.search-dialog');
    for (const word of words[language]) {
      await dialog.getByRole('combobox').fill(word);
      await dialog.locator('[role=option] mark').filter({ hasText: word }).first().waitFor();
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  test('did all that without a word on the console or to another origin', () => {
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  });
});

describe('in the other language', () => {
  beforeAll(async () => {
    complaints.length = 0;
    await page.setViewportSize({ width: 1280, height: 400 });
  });

  test.each(kinds)('/%s can be had at the same place, and back', async (path) => {
    const anchors = [...htmlOf(path).querySelectorAll('main [id]')].map(({ id }) => id);
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
