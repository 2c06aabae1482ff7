import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchChromium } from '@vpcep/chromium';
import { startMock } from '@vpcep/mock';
import { serveConsole } from './serve-console.js';

/** Takes the pictures of the main pages that the READMEs show, of the mock's ready-made states. */
const out = fileURLToPath(new URL('../screenshots/', import.meta.url));
const project = '6e9dfd51d1124e8d8498dce894923a0d';
const looks = [
  { language: 'en', colorScheme: 'light' },
  { language: 'zh-CN', colorScheme: 'dark' },
] as const;
const pages = [
  { name: 'endpoint-services', scenario: 'small-team', ready: 'a[href*="endpoint-services/4189d3c2"]' },
  { name: 'create', scenario: 'small-team', path: 'endpoint-services/create', ready: 'button[type=submit]' },
  { name: 'approvals', scenario: 'approval-queue', ready: '.decision-buttons' },
] as const;

await mkdir(out, { recursive: true });
const mock = await startMock({ port: 0, clock: 'manual', scenario: 'small-team' });
const site = await serveConsole({ baseUrl: mock.url, reference: '../' });
const browser = await launchChromium();
for (const { language, colorScheme } of looks) {
  const tab = await browser.newPage({ viewport: { width: 1280, height: 720 }, colorScheme, timezoneId: 'UTC' });
  for (const page of pages) {
    mock.load(page.scenario);
    await tab.goto('about:blank');
    await tab.goto(`${site.url}#/${language}/${project}/${'path' in page ? page.path : page.name}`);
    await tab.locator(page.ready).first().waitFor();
    await tab.waitForLoadState('networkidle');
    await tab.screenshot({ path: `${out}${page.name}.${language}.png`, animations: 'disabled' });
  }
  await tab.close();
}
await browser.close();
site.close();
await mock.close();
