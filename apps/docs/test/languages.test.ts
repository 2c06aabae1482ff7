import { afterAll, expect, test } from 'vitest';
import { siteAddress } from '../src/site/site-address.js';
import { htmlOf } from './dist.js';
import { openSite } from './site.js';

const site = await openSite();
afterAll(() => site.close());

test('each page names its language and where the others are, and an address means the same in both', () => {
  const pages: [string, string][] = [
    ['', 'en'],
    ['zh-CN/', 'zh-CN'],
    ['errors/', 'en'],
    ['zh-CN/errors/', 'zh-CN'],
  ];
  const ids = new Map<string, string[]>();
  for (const [path, language] of pages) {
    const html = htmlOf(path);
    expect(html.documentElement.lang).toBe(language);
    // The parser keeps names as they are written, and React writes this one so.
    const alternates = [...html.querySelectorAll('link[rel=alternate]')].flatMap((link) =>
      link.hasAttribute('hrefLang') ? [[link.getAttribute('hrefLang'), link.getAttribute('href')]] : [],
    );
    const rest = path.replace('zh-CN/', '');
    expect(alternates).toEqual([
      ['en', `${siteAddress}${rest}`],
      ['zh-CN', `${siteAddress}zh-CN/${rest}`],
      ['x-default', `${siteAddress}${rest}`],
    ]);
    ids.set(
      path,
      [...html.querySelectorAll('main [id]')].map(({ id }) => id),
    );
  }
  expect(ids.get('')).toContain('section/Calling-the-API');
  expect(ids.get('zh-CN/')).toEqual(ids.get(''));
});

test('the first visit is in the language of the browser, and a choice is kept', async () => {
  const address = `${site.address}#section/Errors`;
  const chinese = await site.open({ locale: 'zh-CN' });
  await chinese.page.goto(address);
  await chinese.page.waitForURL(`${site.address}zh-CN/#section/Errors`);
  await chinese.page.getByRole('link', { name: 'English' }).click();
  await chinese.page.waitForURL(address);
  await chinese.page.goto('about:blank');
  await chinese.page.goto(address);
  expect(chinese.page.url()).toBe(address);
  expect(chinese.complaints).toEqual([]);
  await chinese.close();

  const german = await site.open({ locale: 'de-DE' });
  await german.page.goto(address);
  expect(german.page.url()).toBe(address);
  await german.close();
});

test('the switch keeps the place, also in the middle of an operation', async () => {
  const { page, complaints, close } = await site.open();
  const operation = 'operations/createEndpointService/';
  await page.goto(site.address + operation);
  const field = page.locator('tr[id="body.approval_enabled"]');
  const top = () => field.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  await field.evaluate((element) => {
    scrollBy(0, element.getBoundingClientRect().top - 70);
  });
  await expect.poll(top).toBe(70);
  for (const other of [`${site.address}zh-CN/${operation}`, site.address + operation]) {
    await page.locator('.language-switch').click();
    await page.waitForURL(other);
    // The row above may be higher or lower by a line.
    await expect.poll(async () => Math.abs((await top()) - 70)).toBeLessThan(60);
  }
  expect(complaints).toEqual([]);
  await close();
});
