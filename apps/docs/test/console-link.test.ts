import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite } from './site.js';

let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

test.each([
  ['', 'Console'],
  ['zh-CN/guides/', '控制台'],
])('/%s links to the console where the site has one, and only there', async (path, name) => {
  const { page, complaints, close } = await site.open();
  await page.goto(site.address + path, { waitUntil: 'networkidle' });
  expect(await page.locator('#console-link').isVisible()).toBe(false);

  const console = 'http://127.0.0.1:4030';
  await page.route('**/config.json', (route) => route.fulfill({ json: { console } }));
  await page.reload();
  const link = page.getByRole('link', { name });
  await link.waitFor();
  expect(await link.getAttribute('href')).toBe(console);
  expect(complaints).toEqual([]);
  await close();
});
