import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite } from './site.js';

let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

test('the error catalogue has every code, at an address of its own, without any script', async () => {
  const errors = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('@vpcep/openapi/errors.json')), 'utf8')) as {
    code: string;
    message: string;
    remedy: { en: string };
  }[];
  const { page, elsewhere, complaints, close } = await site.open({ javaScriptEnabled: false });
  await page.goto(`${site.address}errors/#EndPoint.3044`);
  const rows = await page
    .locator('tbody tr')
    .evaluateAll((all) => all.map(({ id, textContent }) => ({ id, textContent })));
  expect(rows.map(({ id }) => id).sort()).toEqual(errors.map(({ code }) => code).sort());
  for (const { code, message, remedy } of errors) {
    const text = rows.find(({ id }) => id === code)?.textContent;
    expect(text).toContain(message);
    expect(text).toContain(remedy.en);
  }
  expect(await page.locator('tr:target').getAttribute('id')).toBe('EndPoint.3044');
  await expect
    .poll(() =>
      page
        .locator('tr:target')
        .boundingBox()
        .then((box) => box?.y ?? -1),
    )
    .toBeLessThan(900);
  expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  await close();
});

test.each(['errors/', 'zh-CN/errors/'])(
  '/%s leads an error message to its code, in sight and highlighted',
  async (path) => {
    const { page, complaints, close } = await site.open();
    for (const code of ['EndPoint.3044', 'Endpoint.1018', 'EndPoint.0001']) {
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
    await close();
  },
);
