import { fileURLToPath, pathToFileURL } from 'node:url';
import { launchChromium } from '@vpcep/chromium';
import { takeCards } from './cards.js';

/** Takes the picture of the reference that the README shows, and those that are shown where a link to a page is. */
const page = fileURLToPath(new URL('../dist/index.html', import.meta.url));
const picture = fileURLToPath(new URL('../screenshot.png', import.meta.url));

const browser = await launchChromium();
const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await tab.goto(pathToFileURL(page).href, { waitUntil: 'networkidle' });
await tab.mouse.move(1, 1);
await tab.mouse.move(2, 2);
await tab.locator('html[data-reference=ready]').waitFor({ state: 'attached' });
const menu = tab.getByRole('navigation', { name: 'Contents' });
await menu.getByRole('link', { name: 'Endpoint services' }).click();
await menu.getByRole('link', { name: 'Create an endpoint service' }).click();
await tab.waitForURL(/operation\/createEndpointService$/);
await tab.screenshot({ path: picture, animations: 'disabled' });
await takeCards(browser);
await browser.close();
