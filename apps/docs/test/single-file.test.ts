import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fullTier } from '@vpcep/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { singleFileName } from '../src/reference/single-file.js';
import { folderOf, languages } from '../src/site/languages.js';
import { documents } from '@vpcep/openapi/documents';
import { operationsOf } from '@vpcep/openapi/reader';
import { textsOf } from '../src/site/texts.js';
import { copyCodes, copySamples, permissions } from './copying.js';
import { startMock } from '@vpcep/mock';
import { fewOperations, sendSamples } from './sent-samples.js';
import { dist, readDist } from './dist.js';
import { englishProse, textsIn } from './english-prose.js';
import { entriesIn, entriesOf } from './search-entries.js';
import { distanceFromTop, openSite, type Opened } from './site.js';
import { themesOf } from './themes.js';

const site = await openSite();
const mock = await startMock({ port: 0, scenario: 'small-team', transitions: 'immediate' });
const own = await site.open();
afterAll(async () => {
  await site.close();
  await mock.close();
});

/** What the elements of a part of a page look like. */
async function lookOf(page: Page, selector: string, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme });
  return page.locator(selector).evaluate((part) => {
    const { x: start } = part.getBoundingClientRect();
    return [part, ...part.querySelectorAll('*')].map((element) => {
      const box = element.getBoundingClientRect();
      // What stands far down a page has its edges rounded in another way.
      // What is hidden is nowhere.
      const left = element.checkVisibility() ? box.x - start : 0;
      const [x, width, height] = [left, box.width, box.height].map(Math.round);
      const { font, color, backgroundColor, border, padding, textDecoration } = getComputedStyle(element);
      return { name: element.tagName, x, width, height, font, color, backgroundColor, border, padding, textDecoration };
    });
  });
}

describe.each([
  ['en', ['whitelist', 'EndPoint.3044', 'Authenticate']],
  ['zh-CN', fullTier ? ['终端节点', '连接', '白名单', 'port_id', '认证'] : ['白名单', '认证']],
] as const)('the single file in %s, opened from the disk,', (language, words) => {
  const file = pathToFileURL(join(dist, 'download', singleFileName(language))).href;
  const loaded: string[] = [];
  let opened: Opened;
  beforeAll(async () => {
    opened = await site.open({ permissions }, mock.url);
    opened.page.on('request', (request) => loaded.push(request.url()));
    await opened.page.goto(file);
  });
  afterAll(() => opened.close());

  test('can do all that the page can', async () => {
    const { page } = opened;
    const field = page.locator('tr[id="operations/createEndpointService/404.body.error_code"]');
    expect(await field.isVisible()).toBe(false);
    await page.locator('[id="operations/createEndpointService/status-404"] > summary').click();
    expect(await field.isVisible()).toBe(true);
    await page.locator('[id="operations/createEndpointService"] .constraints a').first().click();
    expect(await page.locator('tr:target').innerText()).toMatch(/EndPoint\.\d/);
  });

  test('leads from its menu to each call, on a phone too', async () => {
    const { page } = opened;
    const menu = page.locator('.menu');
    const addresses = await menu.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    for (const address of addresses) {
      const named = await page.evaluate(
        (id) => id === '' || document.getElementById(id) !== null,
        address?.slice(1) ?? '',
      );
      expect({ address, named }).toEqual({ address, named: true });
    }
    const calls = addresses.filter((address) => address?.startsWith('#operations/'));
    expect(calls).toHaveLength(operationsOf(documents[language]).length);

    const wide = page.viewportSize();
    await page.setViewportSize({ width: 375, height: 812 });
    await page.locator('.menu-button').click();
    await menu.locator('[href="#operations/deleteEndpoint"]').click();
    await expect.poll(() => page.locator(':target').getAttribute('id')).toBe('operations/deleteEndpoint');
    expect(await menu.isVisible()).toBe(false);
    if (wide !== null) await page.setViewportSize(wide);
  });

  test('leads from its header to each page of the site, and from a guide to what it names', async () => {
    const { page } = opened;
    const texts = textsOf[language];
    const isAt = async (id: string) => {
      const target = page.locator(':target');
      await expect.poll(() => target.getAttribute('id')).toBe(id);
      // What is the last on the page may not reach the top of the window.
      await expect.poll(() => distanceFromTop(target)).toBeLessThan(500);
    };
    const header = page.locator('.site-header');
    for (const id of ['errors', 'regions', 'later', 'changelog', 'guides'] as const) {
      await header.getByRole('link', { name: texts[id], exact: true }).click();
      await isAt(id);
      expect(await page.locator(':target h1').innerText()).toBe(texts[id]);
    }
    await page.locator('.guides a').first().click();
    await isAt('guides/concepts');
    await page.locator(':target .next a').click();
    await isAt('guides/install');
    await page.locator(':target .next a').click();
    await isAt('guides/publish');
    await page.locator(':target .next a').click();
    await isAt('guides/connect');
    const guide = page.locator('[id="guides/connect"]');
    await guide.getByRole('link', { name: 'EndPoint.2012', exact: true }).click();
    await isAt('EndPoint.2012');
    await guide.locator('a[title=createEndpoint]').first().click();
    await isAt('operations/createEndpoint');
    await header.getByRole('link', { name: texts.reference, exact: true }).click();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  });

  const shown =
    language === 'en' || fullTier ? ['guides/mock', 'errors', 'regions', 'later', 'changelog'] : ['guides/mock'];
  test.each(shown)('shows %s as its own page does', async (id) => {
    await own.page.goto(`${site.address}${folderOf(language)}${id}/`);
    const { width, height } = own.page.viewportSize() ?? { width: 0, height: 0 };
    const menu = await opened.page.locator('.menu').boundingBox();
    // Beside the menu, with as much room.
    await opened.page.setViewportSize({ width: width + (menu?.width ?? 0), height });
    for (const colorScheme of themesOf[language]) {
      const [expected, found] = await Promise.all([
        lookOf(own.page, 'main > article', colorScheme),
        lookOf(opened.page, `[id="${id}"] > article`, colorScheme),
      ]);
      expect(expected.length).toBeGreaterThan(5);
      expect(found).toEqual(expected);
    }
  });

  test.each(words)('finds "%s", and leads to it within the file', async (query) => {
    const { page } = opened;
    await page.keyboard.press('/');
    await page.keyboard.insertText(query);
    const first = page.locator('.search-dialog').getByRole('option').first();
    await first.locator('mark').filter({ hasText: query }).first().waitFor();
    const address = await first.evaluate((link: HTMLAnchorElement) => link.href);
    expect(address.startsWith(`${file}#`)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(address);
    const target = page.locator(':target');
    expect(`${file}#${await target.getAttribute('id')}`).toBe(address);
    await expect.poll(() => distanceFromTop(target)).toBeLessThan(200);
  });

  test('sends the samples', async () => {
    await sendSamples(opened.page, mock, language, fewOperations);
  });

  test('copies each piece of code, and a sample as it is shown', async () => {
    await copyCodes(opened.page, language);
    await copySamples(opened.page, language);
  });

  if (language === 'zh-CN') {
    test('has no English prose in what can be opened', async () => {
      const { page } = opened;
      expect(englishProse(await page.locator('.reference').evaluate(textsIn))).toEqual([]);
    });
  }

  test('did all that without another file, another origin or a word on the console', () => {
    const { elsewhere, complaints } = opened;
    expect(loaded.filter((url) => !url.startsWith('data:') && !url.startsWith(mock.url))).toEqual([file]);
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  });
});

test.each(languages)(
  'the search of the single file in %s leads to all that the site has, within the file',
  (language) => {
    const file = readDist(`download/${singleFileName(language)}`);
    const [script = ''] = /\(globalThis\.vpcepSearchEntries\b.*?;(?=<\/script>)/.exec(file) ?? [];
    const entries = entriesIn(script, language);
    expect(entries.length).toBeGreaterThan(300);
    // It is one of the downloads, the list of all operations, and the page that holds all, itself.
    const ofSite = entriesOf(language).filter(
      ({ address }) => !['#downloads', 'operations/', 'all/'].includes(address),
    );
    expect(entries.map(({ kind, title }) => [kind, title])).toEqual(ofSite.map(({ kind, title }) => [kind, title]));
    const ids = new Set([...file.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    expect(entries.filter(({ address }) => !ids.has(address.slice(1)))).toEqual([]);
  },
);
