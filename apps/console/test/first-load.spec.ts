import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './console.js';

/** What the scripts and styles weigh that a page loads, gzipped, in bytes. */
async function weightOf(page: Page, open: () => Promise<unknown>): Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (/\.(js|css)$/.test(new URL(response.url()).pathname)) bodies.push(response.body());
  });
  await open();
  return (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
}

test('the list of services needs at most 220 kB, and comes compressed', async ({ page, visit }) => {
  const encodings: (string | null)[] = [];
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) encodings.push(await response.headerValue('content-encoding'));
  });
  const weight = await weightOf(page, async () => {
    await visit('endpoint-services');
    await expect(page.getByRole('link', { name: 'orders' })).toBeVisible();
  });
  expect(weight).toBeLessThan(220_000);
  expect(encodings.filter((encoding) => encoding !== null).length).toBeGreaterThan(0);
});

test.describe('before any script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page has its description, and shows that something is on its way', async ({ page, site }) => {
    await page.goto(site.url);
    await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /VPC Endpoint/);
    await expect(page.getByRole('status', { name: /Loading/ })).toBeVisible();
    await expect(page.locator('.first-view-bar').first()).toBeVisible();
  });
});
