import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}

/** What axe finds that keeps people from using a page. */
export async function seriousViolations(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(
    async (where) => (await window.axe.run(where, { resultTypes: ['violations'] })).violations,
    within,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => {
      const places = nodes.slice(0, 5).map(({ html }) => html.slice(0, 120));
      return `${id}: ${places.join(' | ')}`;
    });
}

/** Looks at a page without some parts of it: axe takes seconds for them, even where it is not to look. */
export async function lookWithout(page: Page, parts: string, look: () => Promise<void>): Promise<void> {
  const takenOff = await page.evaluateHandle(
    (selector) =>
      [...document.querySelectorAll(selector)].map((element) => {
        const mark = document.createComment('');
        element.replaceWith(mark);
        return { mark, element };
      }),
    parts,
  );
  await look();
  await takenOff.evaluate((all) => {
    for (const { mark, element } of all) mark.replaceWith(element);
  });
}
