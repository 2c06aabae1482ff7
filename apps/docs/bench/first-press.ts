import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { cpuSlowdown } from './conditions.js';
import { fetchPackage, webVitals as webVitalsPackage } from './fetched-packages.js';
import type { Press, Subject } from './subjects.js';

/** What a reader meets who presses something as soon as a page can be read. */
export interface FirstPress {
  /** Elements of the page by then, also those in shadows. */
  elements: number;
  /** Milliseconds from the press until what it shows has been painted. */
  painted: number;
  /** Milliseconds of the slowest interaction, as browsers count them: Interaction to Next Paint. */
  interaction: number;
}

declare global {
  var webVitals: { onINP(report: (metric: { value: number }) => void, options: object): void };
  var firstPress: { shown(): boolean; painted: Promise<number>; interaction: Promise<number> };
}

/** What {@link watch} needs in the page. Playwright gives each script a scope of its own, and tsx names functions by a helper. */
const helpers = `${readFileSync(join(fetchPackage(webVitalsPackage), 'dist/web-vitals.iife.js'), 'utf8')}
globalThis.webVitals = webVitals;
globalThis.__name = (named) => named;`;

/** Runs in the page before anything of it: only there can a frame more or less be told. */
function watch({ selector, text, inShadowOf }: Press['shows']): void {
  const shown = () => {
    const within = inShadowOf === undefined ? document : document.querySelector(inShadowOf)?.shadowRoot;
    return [...(within?.querySelectorAll(selector) ?? [])].some(
      (element) => element.checkVisibility() && element.textContent.includes(text),
    );
  };
  const painted = new Promise<number>((resolve) => {
    const look = (pressed: number) => {
      requestAnimationFrame(() => {
        // A frame is painted after its callbacks, and before the next task.
        if (shown())
          setTimeout(() => {
            resolve(performance.now() - pressed);
          });
        else look(pressed);
      });
    };
    addEventListener(
      'pointerdown',
      ({ timeStamp }) => {
        look(timeStamp);
      },
      { capture: true, once: true },
    );
  });
  const interaction = new Promise<number>((resolve) => {
    const report = { reportAllChanges: true, durationThreshold: 0 };
    globalThis.webVitals.onINP(({ value }) => {
      resolve(value);
    }, report);
  });
  globalThis.firstPress = { shown, painted, interaction };
}

/** Runs in the page. */
function countElements(): number {
  const countIn = (root: ParentNode): number => {
    const all = [...root.querySelectorAll('*')];
    return all.reduce((sum, { shadowRoot }) => sum + (shadowRoot === null ? 0 : countIn(shadowRoot)), all.length);
  };
  return countIn(document);
}

/**
 * Presses what a subject says, on a slow processor, with nothing in the cache and a fast network.
 *
 * @throws when there is nothing to press, or when it is followed by nothing to see.
 */
export async function firstPress(browser: Browser, origin: string, subject: Subject): Promise<FirstPress> {
  const { name, path, ready, press } = subject;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de' });
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  await page.addInitScript({ content: helpers });
  await page.addInitScript(watch, press.shows);
  await page.goto(origin + path, { waitUntil: 'load' });
  await page.locator(ready).first().waitFor({ state: 'attached' });
  const elements = await page.evaluate(countElements);
  await pressInSight(page, press);
  const within = <T>(what: string, value: Promise<T>) => inTime(value, `${name}: ${press.what} ${what}`);
  const painted = await within(
    'shows nothing',
    page.evaluate(() => globalThis.firstPress.painted),
  );
  const interaction = await within(
    'is no interaction',
    page.evaluate(() => globalThis.firstPress.interaction),
  );
  await context.close();
  return { elements, painted, interaction };
}

/** Presses something where a reader sees it, and what it shows too. */
async function pressInSight(page: Page, { what, on }: Press): Promise<void> {
  const { x, y } = await middleInSight(page.locator(on).first());
  if (await page.evaluate(() => globalThis.firstPress.shown())) {
    throw new Error(`${page.url()} shows before ${what} is pressed what it should show then`);
  }
  await page.mouse.move(x - 3, y - 3);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
}

/** Scrolls until something stays in sight: pages that lay out only what is in sight move while one comes near. */
async function middleInSight(target: Locator): Promise<{ x: number; y: number }> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const middle = await target.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const root = element.getRootNode() as Document | ShadowRoot;
      return root.elementsFromPoint(x, y).includes(element) ? { x, y } : undefined;
    });
    if (middle !== undefined) return middle;
    await target.evaluate((element) => {
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
    await wait(500);
  }
  throw new Error(`${target.toString()} does not come into sight`);
}

/** Waits no longer than for the slowest page. */
async function inTime<T>(value: Promise<T>, failure: string): Promise<T> {
  const inTime = new AbortController();
  const late = wait(60_000, undefined, { signal: inTime.signal }).then(() => Promise.reject(new Error(failure)));
  try {
    return await Promise.race([value, late]);
  } finally {
    inTime.abort();
    await late.catch(() => undefined);
  }
}
