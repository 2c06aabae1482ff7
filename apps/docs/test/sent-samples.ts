import { document } from '@vpcep/openapi/documents';
import { fullTier } from '@vpcep/testing';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { sampledOperations } from '../src/samples/sampled-operation.js';
import type { Language } from '../src/site/languages.js';
import { tryItTextsOf } from '../src/try-it/try-it-texts.js';
import type { Mock } from '@vpcep/mock';
import { openDialog } from './try-it-dialog.js';

const operations = sampledOperations(document);
const all = operations.map(({ operationId }) => operationId);
/** With an answer and without one, with a body and without one, of version 1 and of version 2. */
const some = ['listEndpointService', 'createEndpointService', 'deleteEndpointPolicy', 'upgradeEndpointService'];

/** The operations whose samples are sent from the first page. */
export const manyOperations = fullTier ? all : some;
/** Those that are sent from another page, where only the texts differ, or where they come from. */
export const fewOperations = fullTier ? some : some.slice(1, 2);

/**
 * Sends the samples of operations, and looks at what the mock gets and at what is shown.
 *
 * @param start as for `openDialog`.
 */
export async function sendSamples(
  page: Page,
  mock: Mock,
  language: Language,
  operationIds: string[],
  start?: string,
): Promise<void> {
  const { answered } = tryItTextsOf[language];
  const [before = '', after = ''] = answered.replace('{status}', '20[0-9] [A-Za-z ]+').split('{time}');
  for (const operationId of operationIds) {
    mock.reset();
    const { dialog, useServer, send, state, answer } = await openDialog(page, operationId, start);
    await useServer(mock.url);
    await send.click();
    await state(new RegExp(`^${before}[0-9]+${after}$`));
    const placed = operations.find((operation) => operation.operationId === operationId);
    expect(await dialog.locator('[aria-invalid=true]').count()).toBe(0);
    expect(mock.requests()).toMatchObject([{ operation: operationId, method: placed?.method }]);
    if (placed?.answerExample === undefined) expect(await dialog.locator('.try-it-code').isVisible()).toBe(false);
    else expect(JSON.parse(await answer())).toBeTypeOf('object');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
}
