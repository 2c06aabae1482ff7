import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { documents } from '@vpcep/openapi/documents';
import { operationsOf } from '@vpcep/openapi/reader';
import { fullTier } from '@vpcep/testing';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { singleFileName } from '../src/reference/single-file.js';
import { folderOf, languages, type Language } from '../src/site/languages.js';
import { tryItTextsOf } from '../src/try-it/try-it-texts.js';
import { filled } from '../src/try-it/filled.js';
import type { CalledWorkflow } from '../src/workflows/called-workflow.js';
import { readWorkflows } from '../src/workflows/read-workflows.js';
import { dist } from './dist.js';
import { openSite, type Opened } from './site.js';
import { dialogOf, openDialog } from './try-it-dialog.js';

const site = await openSite();
afterAll(() => site.close());

const inPages = (language: Language) => ({
  language,
  where: 'the pages',
  start: site.address + folderOf(language),
  address: undefined,
});
const inSingleFile = (language: Language) => ({
  language,
  where: 'the single file',
  start: undefined,
  address: pathToFileURL(join(dist, 'download', singleFileName(language))).href,
});
// The words depend on the language, and what there is to load on the place: two pairs have each of them.
const places = fullTier
  ? languages.flatMap((language) => [inPages(language), inSingleFile(language)])
  : [inPages('en'), inSingleFile('zh-CN')];

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
    await field(texts.body).fill((await field(texts.body).inputValue()).replaceAll('35d0f7e2', '35d0f7e3'));
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

  const workflowNamed = (workflowId: string) => {
    const workflow = readWorkflows(language).find((each) => each.workflowId === workflowId);
    if (workflow === undefined) throw new Error(`there is no workflow ${workflowId}`);
    return workflow;
  };

  /** What the dialog says of a step, by its number from 1 on. */
  const stepWords = ({ title, steps }: CalledWorkflow, step: number) =>
    filled(texts.step, {
      title,
      step,
      steps: steps.length,
      description: steps[step - 1]?.description ?? '',
    }).replaceAll('`', '');

  /** How the button begins that leads to a step. */
  const stepNumber = ({ steps }: CalledWorkflow, step: number) =>
    filled(texts.nextStep, { step, steps: steps.length, title: '' }).trim();

  /** Sends each step as it is filled in, until the last one is done. */
  async function walkOn(workflow: CalledWorkflow): Promise<void> {
    const { dialog, send, state } = dialogOf(page);
    for (const step of workflow.steps.keys()) {
      await dialog
        .locator('.try-it-walk')
        .filter({ hasText: stepWords(workflow, step + 1) })
        .waitFor();
      await send.click();
      await state(/^[24]0/);
      const goesOn = dialog.locator('.try-it-next > :is(button, p)').first();
      if ((await goesOn.innerText()) === texts.letTimePassAndSend) {
        await goesOn.click();
        await goesOn.filter({ hasNotText: texts.letTimePassAndSend }).waitFor();
        await state(/^[24]0/);
      }
      if (step < workflow.steps.length - 1) await goesOn.click();
    }
    await dialog.getByText(texts.workflowDone).waitFor();
    await dialog.locator('.try-it-walk').waitFor({ state: 'hidden' });
  }

  /** Presses the link on the page of a workflow. */
  async function beginOnItsPage(workflowId: string): Promise<void> {
    if (start !== undefined) await page.goto(`${start}workflows/${workflowId}/`);
    await page.locator(`[data-walk="${workflowId}"]`).click();
    await dialogOf(page).state(new RegExp(texts.noAnswerYet));
  }

  const [workflowId = ''] = walked(language);

  test(`from the page of ${workflowId}, it is walked through to the last response, and again`, async () => {
    const workflow = workflowNamed(workflowId);
    await beginOnItsPage(workflowId);
    await walkOn(workflow);
    const { dialog, state } = dialogOf(page);
    const back = dialog.getByRole('link', { name: workflow.title });
    await back.click();
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => page.url()).toMatch(new RegExp(`workflows/${workflowId}/?$`));

    // It is over: nothing leads back to it.
    const again = await openDialog(page, workflow.steps.at(-1)?.operationId ?? '', start);
    expect(await dialog.locator('.try-it-walk').isHidden()).toBe(true);
    const last = stepWords(workflow, workflow.steps.length);
    expect(await dialog.getByRole('button', { name: last }).count()).toBe(0);
    await dialog.locator('[data-do=close]').click();

    // What the first walk has left is not in the way.
    await beginOnItsPage(workflowId);
    await again.send.click();
    await state(/^200 OK/);
  });

  test('a workflow goes on after the dialog was closed, a link followed, the page reloaded, a step sent again', async () => {
    const workflow = workflowNamed(workflowId);
    const [first] = workflow.steps;
    await beginOnItsPage(workflowId);
    const { dialog, send, field, state } = dialogOf(page);
    const walk = dialog.locator('.try-it-walk');
    const words = stepWords(workflow, 1);
    await walk.filter({ hasText: words }).waitFor();

    const sample = await field(texts.body).inputValue();
    await field(texts.body).fill('{}');
    await send.click();
    await state(/^400 /);
    await dialog.locator('.try-it-more a').click();
    await dialog.waitFor({ state: 'hidden' });
    await openDialog(page, first?.operationId ?? '', start);
    await walk.filter({ hasText: words }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await openDialog(page, first?.operationId ?? '', start);
    await walk.filter({ hasText: words }).waitFor();

    const goesOn = dialog.locator('.try-it-next > button').first();
    const nextStep = new RegExp(stepNumber(workflow, 2));
    await field(texts.body).fill(sample);
    await send.click();
    await goesOn.filter({ hasText: nextStep }).waitFor();
    // What the step creates is there already.
    await send.click();
    await state(/^400 /);
    await goesOn.filter({ hasText: nextStep }).waitFor();
    if (start !== undefined) {
      await page.reload();
      await openDialog(page, first?.operationId ?? '', start);
    }
    await goesOn.filter({ hasText: nextStep }).click();
    await walk.filter({ hasText: stepWords(workflow, 2) }).waitFor();

    await dialog.locator('[data-do=leave]').click();
    expect(await walk.isHidden()).toBe(true);
  });

  test('what the search finds is tried', async () => {
    if (start !== undefined) await page.goto(start);
    await page.keyboard.press('/');
    const created = operationsOf(documents[language]).find(
      ({ operationId }) => operationId === 'createEndpointService',
    );
    await page.keyboard.insertText(created?.operation.summary ?? '');
    await page.locator('mark').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('[data-try-it="createEndpointService"]').click();
    const { dialog, send, state, answer } = dialogOf(page);
    await dialog.waitFor();
    await send.click();
    await state(/^200 OK/);
    expect(JSON.parse(await answer())).toMatchObject({ status: 'creating' });
  });

  // All that lies between is the same in one file.
  if (where === 'the single file') return;

  test('where the browser stores nothing, a workflow goes on in the same page', async () => {
    await page.addInitScript(() => {
      for (const name of ['sessionStorage', 'localStorage']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('not allowed', 'SecurityError');
          },
        });
      }
    });
    const workflow = workflowNamed(workflowId);
    const { dialog, send, field } = await openDialog(page, workflow.steps[0]?.operationId ?? '', start);
    const place = page.url();
    await dialog.locator('.try-it-mock > summary').click();
    await dialog.getByText(texts.forgetfulHint).waitFor();
    await dialog.getByText(texts.workflows).click();
    const { title, steps } = workflow;
    await dialog.getByRole('button', { name: filled(texts.workflowOf, { title, steps: steps.length }) }).click();
    const sample = await field(texts.body).inputValue();
    await field(texts.body).fill(sample);
    await send.click();
    const answered = JSON.parse(await dialogOf(page).answer()) as { id: string };
    await dialog.locator('.try-it-next > button').first().click();
    await dialog
      .locator('.try-it-walk')
      .filter({ hasText: stepWords(workflow, 2) })
      .waitFor();
    expect(await field('vpc_endpoint_service_id').inputValue()).toBe(answered.id);
    expect(page.url()).toBe(place);
  });

  test.each(walked(language))('the workflow %s is walked through', async (id) => {
    const workflow = workflowNamed(id);
    const { title, steps } = workflow;
    const { dialog } = await openDialog(page, steps[0]?.operationId ?? '', start);
    await dialog.getByText(texts.workflows).click();
    await dialog.getByRole('button', { name: filled(texts.workflowOf, { title, steps: steps.length }) }).click();
    await walkOn(workflow);
  });
});
