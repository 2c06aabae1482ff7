import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fullTier } from '@vpcep/testing';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { singleFileName } from '../src/reference/single-file.js';
import { folderOf, languages, type Language } from '../src/site/languages.js';
import { tryItTextsOf } from '../src/try-it/try-it-texts.js';
import { filled } from '../src/try-it/filled.js';
import { readWorkflows } from '../src/workflows/read-workflows.js';
import { dist } from './dist.js';
import { openSite, type Opened } from './site.js';
import { openDialog } from './try-it-dialog.js';

const site = await openSite();
afterAll(() => site.close());

const places = languages.flatMap((language) => [
  { language, where: 'the pages', start: site.address + folderOf(language), address: undefined },
  {
    language,
    where: 'the single file',
    start: undefined,
    address: pathToFileURL(join(dist, 'download', singleFileName(language))).href,
  },
]);

/** The workflows that are walked through: one of two parties, elsewhere the shortest. */
const walked = (language: Language): string[] => {
  if (fullTier) return readWorkflows(language).map(({ workflowId }) => workflowId);
  return [language === 'en' ? 'connect-endpoint' : 'publish-endpoint-service'];
};

describe.each(places)('in $where in $language, without any server,', ({ language, where, start, address }) => {
  const texts = tryItTextsOf[language];
  let opened: Opened;
  let page: Page;
  beforeEach(async () => {
    opened = await site.open();
    ({ page } = opened);
    if (address !== undefined) await page.goto(address);
  });
  afterEach(async () => {
    // Neither a request nor a word of the policy of the page.
    const { elsewhere, complaints } = opened;
    await opened.close();
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  });

  test('a service is created, polled while time passes, used, and deleted; an error leads to its remedy', async () => {
    const { dialog, field, send, state, answer, next } = await openDialog(page, 'createEndpointService', start);
    // On its own page, the field comes with the page.
    const isFilled = (name: string, value: string) => expect.poll(() => field(name).inputValue()).toBe(value);
    await field(texts.body).fill((await field(texts.body).inputValue()).replaceAll('1d4b68', '1d4b69'));
    await send.click();
    await state(/^200 OK/);
    const { id, status } = JSON.parse(await answer()) as { id: string; status: string };
    expect(status).toBe('creating');

    await next(/^GET .*(Show|Look|详情)/)
      .first()
      .click();
    await isFilled('vpc_endpoint_service_id', id);
    await send.click();
    await state(/^200 OK/);
    expect(JSON.parse(await answer())).toMatchObject({ id, status: 'creating' });
    await dialog.getByRole('button', { name: texts.letTimePassAndSend }).click();
    await dialog.locator('.try-it-code').filter({ hasText: '"available"' }).waitFor();

    await dialog.getByText(texts.moreCalls).click();
    await next(/^DELETE /)
      .first()
      .click();
    await isFilled('vpc_endpoint_service_id', id);
    await send.click();
    await state(/^204 No Content/);
    await dialog.locator('[data-do=advance]').click();
    await state(new RegExp(texts.timePassed));
    await send.click();
    await state(/^404 Not Found/);
    const remedy = dialog.getByRole('link', { name: 'EndPoint.0005' });
    expect(await remedy.getAttribute('href')).toMatch(/#EndPoint\.0005$/);
  });

  // All that lies between is the same in one file.
  if (where === 'the single file') return;

  test.each(walked(language))('the workflow %s is walked through', async (workflowId) => {
    const workflow = readWorkflows(language).find((each) => each.workflowId === workflowId);
    const steps = workflow?.steps ?? [];
    const { dialog, send, state } = await openDialog(page, steps[0]?.operationId ?? '', start);
    await dialog.getByText(texts.workflows).click();
    const { title = '' } = workflow ?? {};
    await dialog.getByRole('button', { name: filled(texts.workflowOf, { title, steps: steps.length }) }).click();
    for (const [number, { description }] of steps.entries()) {
      const words = filled(texts.step, { title, step: number + 1, steps: steps.length, description });
      await dialog.locator('.try-it-walk').filter({ hasText: words }).waitFor();
      await send.click();
      await state(/^[24]0/);
      const goesOn = dialog.locator('.try-it-next > :is(button, p)').first();
      if ((await goesOn.innerText()) === texts.letTimePassAndSend) {
        await goesOn.click();
        await goesOn.filter({ hasNotText: texts.letTimePassAndSend }).waitFor();
        await state(/^[24]0/);
      }
      if (number < steps.length - 1) await goesOn.click();
    }
    await dialog.getByText(texts.workflowDone).waitFor();
  });
});
