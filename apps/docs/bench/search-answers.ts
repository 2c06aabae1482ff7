import type { Browser, Page } from 'playwright-core';
import { cpuSlowdown, settled, slowNetwork } from './conditions.js';
import type { Subject } from './subjects.js';

/** What is searched for: a word that every one of the pages has. */
const query = 'whitelist';

async function openSlowly(browser: Browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'de' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slowNetwork);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  await settled();
  return { page, close: () => context.close() };
}

/** Milliseconds from the first request until the search has answered a reader who opens it as soon as it opens. */
export async function untilSearchAnswers(browser: Browser, origin: string, subject: Subject): Promise<number> {
  const { search } = subject;
  if (search === undefined) return Number.NaN;
  const { page, close } = await openSlowly(browser);
  await page.goto(origin + subject.path, { waitUntil: 'commit' });
  await openSearch(page, search.open, search.field);
  await page.locator(search.field).first().fill(query);
  await page.locator(search.result).first().waitFor({ timeout: 120_000 });
  const time = await page.evaluate(() => performance.now());
  await close();
  return time;
}

/** Presses the keys again and again until the search is there. */
async function openSearch(page: Page, keys: string, field: string): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    await page.keyboard.press(keys);
    const open = await page
      .locator(field)
      .first()
      .waitFor({ state: 'visible', timeout: 100 })
      .then(
        () => true,
        () => false,
      );
    if (open) return;
  }
  throw new Error(`${page.url()} has not opened its search`);
}
