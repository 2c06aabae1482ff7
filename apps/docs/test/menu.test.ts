import { fullTier } from '@vpcep/testing';
import { afterAll, expect, test } from 'vitest';
import { htmlOf } from './dist.js';
import { distanceFromTop, openSite, untilReady, untilStill } from './site.js';

const site = await openSite();
afterAll(() => site.close());

// Opened once, as the reference takes seconds.
const { page, complaints } = await site.open();
await page.goto(site.address);
await untilReady(page);

/** Where the menu leads: to all places, or to the first and the last one and to the first operation of each tag. */
function places(): string[] {
  const items = [...htmlOf('').querySelectorAll('.menu [data-item-id]')];
  const ids = items.map((item) => item.getAttribute('data-item-id') ?? '');
  expect(ids.length).toBeGreaterThan(40);
  if (fullTier) return ids;
  const isTag = (id = '') => /^tag\/[^/]+$/.test(id);
  return ids.filter((_, index) => index === 0 || index === ids.length - 1 || isTag(ids[index - 1]));
}

test('wherever the menu leads, the address and the menu say so, and keep to it', async () => {
  const ids = places();
  // To and fro, so that each jump crosses much of the page, down and up.
  const half = Math.ceil(ids.length / 2);
  const jumps = ids.slice(0, half).flatMap((id, index) => [id, ids[half + index] ?? id]);
  for (const id of jumps) {
    await page.locator(`.menu [data-item-id="${id}"] > a`).evaluate((link: HTMLElement) => {
      link.click();
    });
    await page.waitForURL((url) => decodeURIComponent(url.hash) === `#${id}`);
    // What is in sight may be taken for what comes before.
    await untilStill(page);
    const seen = await page.evaluate(() => ({
      address: decodeURIComponent(location.hash.slice(1)),
      current: document.querySelector('.menu [aria-current]')?.parentElement?.dataset['itemId'],
    }));
    expect(seen).toEqual({ address: id, current: id });
  }
});

test('what is in sight is marked, also when it has moved further than the window', async () => {
  await page.evaluate(() => {
    const above = document.createElement('div');
    above.id = 'above';
    above.style.height = '3000px';
    document.querySelector('#content')?.prepend(above);
  });
  const read = page.locator('[data-section-id="tag/Quotas/operation/listQuotaDetails"]');
  await read.evaluate((section) => {
    scrollBy({ top: section.getBoundingClientRect().top, behavior: 'instant' });
  });
  await page.locator('[data-item-id="tag/Quotas/operation/listQuotaDetails"] > [aria-current]').waitFor();
  // The window goes up, and what is in sight goes to what comes next.
  await page.locator('[data-section-id="tag/Tags"]').evaluate((section) => {
    document.querySelector('#above')?.remove();
    scrollBy({ top: section.getBoundingClientRect().top, behavior: 'instant' });
  });
  await page.locator('[data-item-id="tag/Tags"] > [aria-current]').waitFor();
});

test('an address that the menu writes late does not take the place of the one that the reader goes to', async () => {
  await page.evaluate(() => {
    location.hash = 'operation/createEndpointService';
    history.replaceState(null, '', '#tag/Quotas/operation/listQuotaDetails');
  });
  await page.locator('.menu [aria-current][href$="operation/createEndpointService"]').waitFor();
  const target = page.locator(':target');
  expect(await target.getAttribute('id')).toBe('operation/createEndpointService');
  await expect.poll(() => distanceFromTop(target)).toBeLessThan(200);
  expect(new URL(page.url()).hash).toMatch(/createEndpointService$/);
});

test('while the reader scrolls, the address is that of what is read, and back leads back', async () => {
  const below = page.locator('[data-section-id="tag/Quotas/operation/listQuotaDetails"]');
  await below.evaluate((section) => {
    scrollBy({ top: section.getBoundingClientRect().top, behavior: 'instant' });
  });
  await page.waitForURL(/#tag\/Quotas\/operation\/listQuotaDetails$/);
  await page.getByRole('link', { name: 'Guides' }).click();
  await page.waitForURL(/guides\/$/);
  await page.goBack();
  await page.waitForURL(/#tag\/Quotas\/operation\/listQuotaDetails$/);
  await expect.poll(() => distanceFromTop(below)).toBeLessThan(200);
});

test('all that goes without a word on the console', () => {
  expect(complaints).toEqual([]);
});
