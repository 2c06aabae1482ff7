import { categories, codeAliases, errors } from '@vpcep/openapi/documents';
import { afterAll, expect, test } from 'vitest';
import { folderOf, languages } from '../src/site/languages.js';
import { htmlOf } from './dist.js';
import { openSite } from './site.js';

const site = await openSite();
afterAll(() => site.close());

const { page, complaints } = await site.open();

test('the HTML of the error catalogue has every code, at an address of its own', () => {
  const rows = [...htmlOf('errors/').querySelectorAll('tbody tr')];
  expect(rows.map(({ id }) => id).sort()).toEqual(errors.map(({ code }) => code).sort());
  for (const { code, status, otherStatuses = [], message, remedy, fields = [] } of errors) {
    const row = rows.find(({ id }) => id === code);
    expect(row?.querySelector('td')?.textContent).toBe([status, ...otherStatuses].join(', '));
    expect(row?.textContent).toContain(message);
    expect(row?.textContent).toContain(remedy.en);
    expect([...(row?.querySelectorAll('code') ?? [])].map(({ textContent }) => textContent)).toEqual(fields);
  }
});

test.each(languages)('in %s, every code is below the part of the service that it is about', (language) => {
  for (const section of htmlOf(`${folderOf(language)}errors/`).querySelectorAll('section')) {
    const codes = [...section.querySelectorAll('tbody tr')].map(({ id }) => id);
    const own = errors.filter(({ code }) => codes.includes(code));
    expect(new Set(own.map(({ category }) => categories[category]?.[language]))).toEqual(
      new Set([section.querySelector('h2')?.textContent]),
    );
  }
});

test.each(Object.entries(codeAliases))(
  'a code that some regions begin with %s stands below the one with %s',
  (alias, meant) => {
    const codes = errors.map(({ code }) => code).filter((code) => code.startsWith(`${meant}.`));
    expect(codes).not.toEqual([]);
    for (const code of codes) {
      const row = htmlOf('errors/').getElementById(code);
      expect(row?.querySelector('.error-spelling')?.textContent).toBe(`In some regions: ${code.replace(meant, alias)}`);
    }
  },
);

test.each(['errors/', 'zh-CN/errors/'])(
  '/%s leads an error message to its code, in sight and highlighted',
  async (path) => {
    complaints.length = 0;
    for (const code of ['EndPoint.3044', 'Endpoint.1018', 'EndPoint.0001', 'APIGW.0308']) {
      await page.goto('about:blank');
      await page.goto(`${site.address}${path}#${code}`);
      const row = page.locator('tr:target');
      expect(await row.getAttribute('id')).toBe(code);
      const header = await page.locator('.site-header').boundingBox();
      await expect.poll(() => row.boundingBox().then((box) => box?.y)).toBeLessThan(850);
      expect((await row.boundingBox())?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
      const background = (element: Element) => getComputedStyle(element).backgroundColor;
      expect(await row.evaluate(background)).not.toBe(
        await page.locator('tr:not(:target)').nth(1).evaluate(background),
      );
    }
    expect(complaints).toEqual([]);
  },
);
