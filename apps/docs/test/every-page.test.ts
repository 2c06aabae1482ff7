import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { englishProseOn } from './english-prose.js';
import { dist, expandAll, serveSite, untilReady, type Opened } from './site.js';

let site: Awaited<ReturnType<typeof serveSite>>;
let opened: Opened;
beforeAll(async () => {
  // Not at the root: all addresses on the pages are relative.
  site = await serveSite('/some/path/');
  opened = await site.open({ locale: 'de' });
});
afterAll(() => site.close());

const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));

describe.each(pages)('%s', (path) => {
  const address = () => site.address + path.replace(/index\.html$/, '');

  test('says what may run, and nothing else does', async () => {
    const html = readFileSync(join(dist, path), 'utf8');
    expect(html).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;; script-src /,
    );
    expect(html).not.toMatch(/unsafe-inline|unsafe-eval/);
    expect(html).not.toMatch(/<[^>]+ (on[a-z]+|style)="/);
    const { page, elsewhere, complaints } = opened;
    elsewhere.length = complaints.length = 0;
    await page.goto(address());
    if ((await page.locator('#redoc').count()) > 0) {
      await untilReady(page);
      await expandAll(page);
      await page.getByRole('tab').last().press('Enter');
    }
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  });

  if (!path.includes('zh-CN')) return;
  test('has no English prose', async () => {
    expect(opened.page.url()).toBe(address());
    expect(await englishProseOn(opened.page)).toEqual([]);
  });
});
