import type { Browser } from 'playwright-core';
import { cpuSlowdown } from './conditions.js';
import type { Subject } from './subjects.js';

/** What a reader meets who presses something as soon as a page can be read. */
export interface FirstPress {
  /** Elements of the page by then. */
  elements: number;
  /** Milliseconds from the press until what it shows has been painted. */
  painted: number;
  /** Milliseconds of the slowest interaction, as browsers count them: Interaction to Next Paint. */
  interaction: number;
}

declare global {
  var slowestInteraction: number;
  var firstPressedAt: number;
}

/** Presses what a subject says, on a slow processor, with nothing in the cache and a fast network. */
export async function firstPress(browser: Browser, origin: string, subject: Subject): Promise<FirstPress> {
  const { path, ready, press } = subject;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  await page.addInitScript(() => {
    globalThis.slowestInteraction = 0;
    // Registered before the page is busy.
    addEventListener(
      'pointerdown',
      ({ timeStamp }) => {
        globalThis.firstPressedAt = timeStamp;
      },
      { capture: true, once: true },
    );
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        globalThis.slowestInteraction = Math.max(globalThis.slowestInteraction, duration);
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
  await page.goto(origin + path, { waitUntil: 'load', timeout: 120_000 });
  await page.locator(ready).first().waitFor({ state: 'attached', timeout: 120_000 });
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  const target = page.locator(press.on).first();
  await target.scrollIntoViewIfNeeded({ timeout: 120_000 });
  const box = await target.boundingBox();
  if (box === null) throw new Error(`${subject.name} shows nothing at ${press.on}`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x - 3, y - 3);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  await page.locator(press.shows).first().waitFor({ state: 'visible', timeout: 120_000 });
  const painted = await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    return performance.now() - globalThis.firstPressedAt;
  });
  // The browser tells of an interaction a moment after it.
  await page.waitForTimeout(500);
  const interaction = await page.evaluate(() => globalThis.slowestInteraction);
  await context.close();
  return { elements, painted, interaction };
}
