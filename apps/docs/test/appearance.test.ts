import { afterAll, expect, test } from 'vitest';
import { openSite } from './site.js';

const site = await openSite();
afterAll(() => site.close());

const { page, complaints } = await site.open();
await page.goto(`${site.address}operations/createEndpointService/`);

test('paper holds all of an operation, what is folded too, and no menu', async () => {
  const folded = page.locator('tr[id="404.body.error_code"]');
  expect(await folded.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await page.locator('.menu').isVisible()).toBe(false);
  expect(await page.locator('.site-header').isVisible()).toBe(false);
  expect(await folded.isVisible()).toBe(true);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  expect(await folded.isVisible()).toBe(false);
});

test('the keyboard opens and chooses what the mouse does', async () => {
  for (const selector of ['#status-404', '.security', '.endpoint']) {
    const details = page.locator(selector);
    await details.locator('> summary').press('Enter');
    expect(await details.getAttribute('open'), selector).not.toBeNull();
  }
  await page.getByRole('radio', { name: '200', exact: true }).press('ArrowRight');
  expect(await page.getByRole('radio', { name: '404', exact: true }).isChecked()).toBe(true);
});

test('on a phone, "Try it" and the samples come before the fields, within two screens', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  const top = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => element.getBoundingClientRect().top + scrollY);
  const tryIt = await top('.try-it-button');
  expect(tryIt).toBeLessThan(2 * 844);
  expect(await top('#samples')).toBeGreaterThan(tryIt);
  expect(await top('#samples')).toBeLessThan(2 * 844);
  expect(await top('#request')).toBeGreaterThan(await top('#samples'));
});

test('all that goes without a word on the console', () => {
  expect(complaints).toEqual([]);
});
