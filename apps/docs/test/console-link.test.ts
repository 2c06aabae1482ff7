import { afterAll, expect, test } from 'vitest';
import { addressOf, htmlOf, pageFiles } from './dist.js';
import { openSite } from './site.js';

const site = await openSite();
afterAll(() => site.close());

test.each([
  ['errors/', 'Console'],
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

// Which address the page for what is not there is shown at, nobody knows: it asks at that of the published site.
test('every page asks at the root of the site where the console is', () => {
  for (const address of pageFiles
    .filter((file) => !file.startsWith('download/') && file !== '404.html')
    .map(addressOf)) {
    const config = htmlOf(address).getElementById('console-link')?.dataset['config'] ?? '';
    expect(new URL(config, site.address + address).href, address).toBe(`${site.address}config.json`);
  }
});
