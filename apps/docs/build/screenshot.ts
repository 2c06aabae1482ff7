import { fileURLToPath, pathToFileURL } from 'node:url';
import { launchChromium } from '@vpcep/chromium';
import { takeCards } from './cards.js';

/** Takes the picture of the reference that the README shows, and those that are shown where a link to a page is. */
const page = fileURLToPath(new URL('../dist/operations/createEndpointService/index.html', import.meta.url));
const picture = fileURLToPath(new URL('../screenshot.png', import.meta.url));

const browser = await launchChromium();
const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await tab.goto(pathToFileURL(page).href, { waitUntil: 'networkidle' });
await tab.screenshot({ path: picture, animations: 'disabled' });
await takeCards(browser);
await browser.close();
