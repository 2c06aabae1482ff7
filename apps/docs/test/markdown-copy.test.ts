import { afterAll, expect, test } from 'vitest';
import { folderOf, languages } from '../src/site/languages.js';
import { textsOf } from '../src/site/texts.js';
import { copied, permissions } from './copying.js';
import { readDist } from './dist.js';
import { openSite } from './site.js';

const site = await openSite();
afterAll(() => site.close());

test.each(languages)('in %s a page is copied as Markdown, and the page says so', async (language) => {
  const { page, complaints, close } = await site.open({ permissions });
  const texts = textsOf[language];
  const path = `${folderOf(language)}operations/deleteEndpoint/`;
  await page.goto(site.address + path);
  await page.getByRole('button', { name: texts.copyMarkdown }).press('Enter');
  await page.locator('.page-foot').getByRole('status').filter({ hasText: texts.copied }).waitFor();
  expect(await copied(page)).toBe(readDist(`${path}index.md`));
  expect(complaints).toEqual([]);
  await close();
});

test('a page says when it could not be copied, and copies it when it is asked once more', async () => {
  const { page, close } = await site.open({ permissions });
  await page.goto(`${site.address}guides/`);
  await page.route('**/index.md', (route) => route.abort());
  const button = page.getByRole('button', { name: 'Copy as Markdown' });
  await button.press('Enter');
  const told = page.locator('.page-foot').getByRole('status');
  await told.filter({ hasText: textsOf.en.notCopied }).waitFor();
  await page.unroute('**/index.md');
  await button.press('Enter');
  await told.filter({ hasText: textsOf.en.copied }).waitFor();
  expect(await copied(page)).toBe(readDist('guides/index.md'));
  await close();
});
