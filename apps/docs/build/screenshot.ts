import { fileURLToPath, pathToFileURL } from 'node:url';
import { launchChromium } from '@vpcep/chromium';
import { takeCards } from './cards.js';

/** Takes the pictures of the reference that the READMEs show, and those that are shown where a link to a page is. */
const operation = 'operations/createEndpointService/index.html';
const pictures = [
  [`../dist/${operation}`, '../screenshot.png'],
  [`../dist/zh-CN/${operation}`, '../screenshot.zh-CN.png'],
] as const;
const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const browser = await launchChromium();
const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
for (const [page, picture] of pictures) {
  await tab.goto(pathToFileURL(fileOf(page)).href, { waitUntil: 'networkidle' });
  await tab.screenshot({ path: fileOf(picture), animations: 'disabled' });
}
await takeCards(browser);
await browser.close();
