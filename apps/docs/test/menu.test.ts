import { afterAll, beforeAll, expect, test } from 'vitest';
import { distanceFromTop, serveSite, untilReady } from './site.js';

let site: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  site = await serveSite();
});
afterAll(() => site.close());

test('wherever the menu leads, the address and the menu say so, and keep to it', { timeout: 240_000 }, async () => {
  const { page, complaints, close } = await site.open();
  await page.goto(site.address);
  await untilReady(page);
  const ids = await page
    .locator('.menu [data-item-id]')
    .evaluateAll((all) => all.map((item) => item.getAttribute('data-item-id') ?? ''));
  expect(ids.length).toBeGreaterThan(40);
  // To and fro, so that each jump crosses much of the page, down and up.
  const half = Math.ceil(ids.length / 2);
  const jumps = ids.slice(0, half).flatMap((id, index) => [id, ids[half + index] ?? id]);
  for (const id of jumps) {
    await page.locator(`.menu [data-item-id="${id}"] > a`).evaluate((link: HTMLElement) => {
      link.click();
    });
    await page.waitForURL((url) => decodeURIComponent(url.hash) === `#${id}`);
    // Redoc looks at each scroll, a little later, at what is in sight, and may think that it is what comes before.
    const seen = await page.evaluate(async () => {
      for (let steady = 0, before = Number.NaN; steady < 20; before = scrollY) {
        await new Promise(requestAnimationFrame);
        steady = scrollY === before ? steady + 1 : 0;
      }
      dispatchEvent(new Event('scroll'));
      await new Promise((resolve) => setTimeout(resolve, 150));
      return {
        address: decodeURIComponent(location.hash.slice(1)),
        current: document.querySelector('.menu [aria-current]')?.parentElement?.dataset['itemId'],
      };
    });
    expect(seen).toEqual({ address: id, current: id });
  }
  expect(complaints).toEqual([]);
  await close();
});

test('while the reader scrolls, the address is that of what is read, and back leads back', async () => {
  const { page, close } = await site.open();
  await page.goto(site.address);
  await untilReady(page);
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
  await close();
});

test('what is in sight is marked, also when it has moved further than the window', async () => {
  const { page, close } = await site.open();
  await page.goto(site.address);
  await untilReady(page);
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
  await close();
});

test('an address that the menu writes late does not take the place of the one that the reader goes to', async () => {
  const { page, close } = await site.open();
  await page.goto(site.address);
  await untilReady(page);
  await page.evaluate(() => {
    location.hash = 'operation/createEndpointService';
    history.replaceState(null, '', '#tag/Quotas/operation/listQuotaDetails');
  });
  await page.locator('.menu [aria-current][href$="operation/createEndpointService"]').waitFor();
  const target = page.locator(':target');
  expect(await target.getAttribute('id')).toBe('operation/createEndpointService');
  await expect.poll(() => distanceFromTop(target)).toBeLessThan(200);
  expect(new URL(page.url()).hash).toMatch(/createEndpointService$/);
  await close();
});
