import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { guideNames } from '../src/guides/guides.js';
import { dist, expandAll, serveSite, untilReady } from './site.js';

let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

const idsOf = (page: Page) => page.locator('#redoc [id]').evaluateAll((all) => all.map(({ id }) => id));

test('every address means the same in both languages', async () => {
  const { page, close } = await site.open({ javaScriptEnabled: false });
  await page.goto(site.address);
  const english = await idsOf(page);
  await page.goto(`${site.address}zh-CN/`);
  expect(await idsOf(page)).toEqual(english);
  expect(english).toContain('section/Calling-the-API');
  expect(english).toContain('tag/Endpoint-services/operation/createEndpointService');
  await close();
});

test('each page names its language and where the others are', async () => {
  const { page, close } = await site.open({ javaScriptEnabled: false });
  const pages: [string, string][] = [
    ['', 'en'],
    ['zh-CN/', 'zh-CN'],
    ['errors/', 'en'],
    ['zh-CN/errors/', 'zh-CN'],
  ];
  for (const [path, language] of pages) {
    await page.goto(site.address + path);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    const alternates = await page
      .locator('link[rel=alternate]')
      .evaluateAll((links: HTMLLinkElement[]) => links.map(({ hreflang, href }) => ({ hreflang, href })));
    const rest = path.replace('zh-CN/', '');
    expect(alternates).toEqual([
      { hreflang: 'en', href: `${site.address}${rest}` },
      { hreflang: 'zh-CN', href: `${site.address}zh-CN/${rest}` },
      { hreflang: 'x-default', href: `${site.address}${rest}` },
    ]);
  }
  await close();
});

test('the first visit is in the language of the browser, and a choice is kept', async () => {
  const address = `${site.address}#tag/Quotas`;
  const chinese = await site.open({ locale: 'zh-CN' });
  await chinese.page.goto(address);
  await chinese.page.waitForURL(`${site.address}zh-CN/#tag/Quotas`);
  await chinese.page.getByRole('link', { name: 'English' }).click();
  await chinese.page.waitForURL(address);
  await chinese.page.goto('about:blank');
  await chinese.page.goto(address);
  await untilReady(chinese.page);
  expect(chinese.page.url()).toBe(address);
  expect(chinese.complaints).toEqual([]);
  await chinese.close();

  const german = await site.open({ locale: 'de-DE' });
  await german.page.goto(address);
  await untilReady(german.page);
  expect(german.page.url()).toBe(address);
  await german.close();
});

test('the switch keeps the place, also in the middle of an operation', async () => {
  const { page, complaints, close } = await site.open();
  await page.goto(`${site.address}#tag/Endpoint-services/operation/createEndpointService`);
  await untilReady(page);
  const field = page.locator('[id="operation/createEndpointService"]').locator('td[title="approval_enabled"]').first();
  const top = () => field.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  await field.evaluate((element) => {
    scrollBy(0, element.getBoundingClientRect().top - 70);
  });
  await expect.poll(top).toBe(70);
  await page.locator('.language-switch').click();
  await page.waitForURL(/zh-CN\/#tag/);
  await expect.poll(top).toBeGreaterThan(0);
  await untilReady(page);
  // The row above may be higher or lower by a line.
  expect(Math.abs((await top()) - 70)).toBeLessThan(60);
  expect(complaints).toEqual([]);
  await close();
});

/** Names and values of the document, which are the same in every language, and words that no language changes. */
function wordsOfTheDocument(): Set<string> {
  const words = new Set(['string', 'integer', 'boolean', 'object', 'English', 'OpenAPI', 'MIT', 'API']);
  const collect = (value: unknown): void => {
    if (typeof value === 'string') words.add(value);
    else if (typeof value === 'boolean') words.add(String(value));
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        words.add(name);
        collect(inner);
      }
    }
  };
  collect(JSON.parse(readFileSync(`${dist}/zh-CN/openapi.json`, 'utf8')));
  return words;
}

interface Text {
  text: string;
  where: string;
}

/** What a reader is shown or told, besides code and what is said to be English. */
const textsOn = (page: Page) =>
  page.evaluate(() => {
    const texts: Text[] = [];
    const where = (element: Element) => element.closest('[id]')?.id ?? '';
    const code = 'code, pre, script, style, [lang=en], .redoc-json, .property-name, .http-verb, .operation-type';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element?.closest(code) !== null) continue;
      texts.push({ text: node.textContent ?? '', where: where(element) });
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const text = element.getAttribute(name);
        if (text !== null) texts.push({ text, where: where(element) });
      }
    }
    return texts;
  });

test.each([
  'zh-CN/',
  'zh-CN/errors/',
  'zh-CN/guides/',
  ...guideNames.map((name) => `zh-CN/guides/${name}/`),
  'zh-CN/changelog/',
  'download/vpc-endpoint-api.zh-CN.html',
])('%s has no English prose', async (path) => {
  const names = new Set([...wordsOfTheDocument(), 'curl', 'TypeScript', 'Vitest', 'Playwright']);
  const { page, close } = await site.open();
  await page.goto(site.address + path);
  if (path === 'zh-CN/' || path.startsWith('download/')) {
    await untilReady(page);
    await expandAll(page);
  }
  const prose = (await textsOn(page)).flatMap(({ text, where }) => {
    // Two English words in a row are prose, but for names of things, and so is one that stands alone.
    const found: string[] =
      text.replaceAll('Proxy Protocol', '').match(/[A-Za-z][a-z'-]+(?:\s+[A-Za-z][a-z'-]+)+/g) ?? [];
    const [, alone] = /^[\s:()]*([A-Za-z]+)[\s:()]*$/.exec(text) ?? [];
    if (alone !== undefined && !names.has(alone)) found.push(alone);
    return found.map((words) => `${where}: ${words}`);
  });
  expect([...new Set(prose)]).toEqual([]);
  await close();
});
