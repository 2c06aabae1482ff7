import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromiumCommand, noOtherHost } from '@vpcep/chromium';
import CDP from 'chrome-remote-interface';
import { cpuSlowdown, settled, slowNetwork } from './conditions.js';

/**
 * Measures when something of a page is painted, on a first visit. Playwright would listen to the network of each page and
 * have its scripts in it: work for the page's process before it paints, and the more the longer the page is.
 */
export interface FirstPaint {
  /** Milliseconds until something is painted. */
  measure(url: string, network: 'local' | 'slow'): Promise<number>;
  close(): Promise<void>;
}

/** Runs in the page. The time may be known to it only after the browser has told of the paint. */
const firstContentfulPaint = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntriesByName('first-contentful-paint')) resolve(startTime);
  }).observe({ type: 'paint', buffered: true });
})`;

/** Starts a browser of its own, which {@link FirstPaint.close} ends. */
export async function startFirstPaint(): Promise<FirstPaint> {
  const profile = await mkdtemp(join(tmpdir(), 'vpcep-first-paint-'));
  const { executablePath, args } = chromiumCommand();
  const chromium = spawn(
    executablePath,
    [...args, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, noOtherHost],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const exited = once(chromium, 'exit');
  const address = new URL(await addressOf(chromium));
  const browser = await CDP({ target: address.href, local: true });

  async function measure(url: string, network: 'local' | 'slow'): Promise<number> {
    const { browserContextId } = await browser.Target.createBrowserContext({});
    const window = { browserContextId, width: 1280, height: 900 };
    const { targetId } = await browser.Target.createTarget({ url: 'about:blank', ...window });
    const page = await CDP({ host: address.hostname, port: Number(address.port), target: targetId, local: true });
    await page.Page.enable();
    await page.Page.setLifecycleEventsEnabled({ enabled: true });
    await page.Emulation.setLocaleOverride({ locale: 'de' });
    await page.Emulation.setCPUThrottlingRate({ rate: cpuSlowdown });
    if (network === 'slow') {
      await page.Network.enable({});
      await page.Network.emulateNetworkConditions(slowNetwork);
    }
    await settled();
    const painted = new Promise<void>((resolve) => {
      page.Page.lifecycleEvent(({ name }) => {
        if (name === 'firstContentfulPaint') resolve();
      });
    });
    await page.Page.navigate({ url });
    await painted;
    const { result } = await page.Runtime.evaluate({ expression: firstContentfulPaint, awaitPromise: true });
    await page.close();
    await browser.Target.disposeBrowserContext({ browserContextId });
    return Number(result.value);
  }

  async function close(): Promise<void> {
    await browser.Browser.close();
    await exited;
    await rm(profile, { recursive: true });
  }

  return { measure, close };
}

/** Where the browser can be spoken to, which it says when it has started. */
async function addressOf({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error('the messages of Chromium are not read');
  const said: string[] = [];
  for await (const line of createInterface(stderr)) {
    said.push(line);
    const [, address] = /^DevTools listening on (ws:.*)$/.exec(line) ?? [];
    if (address === undefined) continue;
    stderr.resume();
    return address;
  }
  throw new Error(`Chromium has not started: ${said.join('\n')}`);
}
