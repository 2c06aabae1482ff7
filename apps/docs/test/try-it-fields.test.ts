import { afterAll, describe, expect, test } from 'vitest';
import { folderOf, languages } from '../src/site/languages.js';
import { tryItTextsOf } from '../src/try-it/try-it-texts.js';
import { openSite } from './site.js';
import { openDialog } from './try-it-dialog.js';

const site = await openSite();
afterAll(() => site.close());
const { page } = await site.open();

describe.each(languages)('the dialog in %s', (language) => {
  const texts = tryItTextsOf[language];
  const start = site.address + folderOf(language);

  test('rules are checked while the reader types, in the words of the document', async () => {
    const { dialog, field } = await openDialog(page, 'listEndpointService', start);
    // Choices are chosen.
    expect(await field('sort_dir').locator('option').allTextContents()).toEqual([texts.leftOut, 'desc', 'asc']);
    const limit = field('limit');
    expect(await limit.getAttribute('type')).toBe('number');
    await limit.fill('1001');
    expect(await limit.getAttribute('aria-invalid')).toBe('true');
    const described = await limit.getAttribute('aria-describedby');
    const problem = dialog.locator(`[id="${described ?? ''}"]`);
    expect(await problem.innerText()).toMatch(language === 'en' ? /^limit must be .*1000/ : /^limit .*1000/);
    await limit.fill('1000');
    expect(await limit.getAttribute('aria-invalid')).toBe('false');
    expect(await problem.isVisible()).toBe(false);
    // A part of a number is none, and what the browser would say of it is not in the language of the page.
    await limit.fill('');
    await limit.pressSequentially('1e');
    expect(await problem.innerText()).toBe(texts.noNumber);
    await page.keyboard.press('Escape');

    const create = await openDialog(page, 'createEndpointService', start);
    const body = create.field(texts.body);
    const sample = JSON.parse(await body.inputValue()) as object;
    await body.fill(JSON.stringify({ ...sample, server_type: 'CLOUD' }));
    expect(await body.getAttribute('aria-invalid')).toBe('true');
    const problems = create.dialog.locator('#try-it-problems li');
    await problems.filter({ hasText: 'server_type' }).waitFor();
    const ports = [{ client_port: 80, server_port: 80 }, { client_port: -1 }];
    await body.fill(JSON.stringify({ ...sample, ports }));
    expect(await problems.allInnerTexts()).toEqual([expect.stringMatching(/^ports\[1\]: client_port /)]);
    // What has nothing to say is not there.
    expect(await create.dialog.getByText(texts.query, { exact: true }).isVisible()).toBe(false);
    await create.dialog.locator('[data-do=sample]').click();
    expect(await create.dialog.locator('[aria-invalid=true]').count()).toBe(0);
  });

  test('a ready-made state is chosen, and what the mock remembers outlasts the page', async () => {
    const { dialog, send, state, answer } = await openDialog(page, 'listEndpointService', start);
    const total = async () => {
      await send.click();
      await state(/^200 OK/);
      return (JSON.parse(await answer()) as { total_count: number }).total_count;
    };
    const begin = async (scenario: string) => {
      await dialog.locator('[name=scenario]').selectOption(scenario);
      await dialog.locator('[data-do=reset]').click();
      await state(/[.。]$/);
    };
    const few = await total();
    expect(few).toBeGreaterThan(0);
    await dialog.locator('.try-it-mock > summary').click();
    await begin('busy');
    const many = await total();
    expect(many).toBeGreaterThan(few);
    await page.reload();
    await openDialog(page, 'listEndpointService', start);
    expect(await total()).toBe(many);
    await dialog.locator('.try-it-mock > summary').click();
    expect(await dialog.locator('[name=scenario]').inputValue()).toBe('busy');
    await begin('small-team');
    expect(await total()).toBe(few);
  });
});
