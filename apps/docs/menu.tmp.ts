import { serveSite, untilReady } from './test/site.js';
const site = await serveSite();
const { page, close } = await site.open();
await page.goto(site.address); await untilReady(page);
const ids = await page.locator('.menu [data-item-id]').evaluateAll((all) => all.map((e) => (e as HTMLElement).dataset.itemId!));
console.log(ids.length);
const order = [...ids].sort((a,b)=> (a.length*7919%31)-(b.length*7919%31));
let bad = 0;
for (const id of order) {
  const link = page.locator(`.menu [data-item-id="${id}"] > a`);
  await link.evaluate((e: HTMLElement) => e.click());
  await page.waitForTimeout(900);
  const hash = decodeURIComponent(new URL(page.url()).hash.slice(1));
  const current = await page.locator('.menu [aria-current=location]').evaluateAll((a) => a.map((e) => (e.parentElement as HTMLElement).dataset.itemId));
  const top = await page.evaluate((i) => document.querySelector(`[data-section-id="${i}"]`)?.getBoundingClientRect().top, id);
  if (hash !== id || current[0] !== id) { bad++; console.log('BAD', id, hash, current, top); }
}
console.log('bad', bad);
await close(); await site.close();
