import { fullTier } from '@vpcep/testing';
import type { Page } from 'playwright-core';

const example = '[data-section-id="operation/createEndpointService"]';

/** Where in the reference everything is opened: in an operation that has all that operations have, or in all of them. */
export const expanded = fullTier ? '.api-content' : example;

/** The other operations. */
export const otherOperations = fullTier ? ':not(*)' : `[data-section-id^="operation/"]:not(${example})`;

/** Opens what can be opened: tabs are left, as only one of them is shown at a time. */
export async function expand(page: Page): Promise<void> {
  await page.locator(expanded).evaluate(async (part) => {
    const closed = () => part.querySelectorAll<HTMLElement>('button[aria-expanded=false]:enabled');
    // What is opened may hold more to open.
    for (let found = closed(); found.length > 0; found = closed()) {
      for (const button of found) button.click();
      await new Promise(requestAnimationFrame);
    }
  });
}
