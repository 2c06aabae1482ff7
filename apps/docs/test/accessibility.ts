import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

declare global {
  interface Window {
    axe: typeof import('axe-core');
  }
}

/**
 * What axe finds on a page: breaches of WCAG 2.2 AA and of best practice alike.
 *
 * @param rules the only ones that are asked for, where all of them would take too long.
 */
export async function violations(page: Page, within = 'html', rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found = await page.evaluate(
    async ({ where, only }) => (await window.axe.run(where, { resultTypes: ['violations'], ...only })).violations,
    { where: within, only: rules === undefined ? {} : { runOnly: rules } },
  );
  return found.map(({ id, nodes }) => {
    const places = nodes.slice(0, 5).map(({ html }) => html.slice(0, 120));
    return `${id}: ${places.join(' | ')}`;
  });
}
