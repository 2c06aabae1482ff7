import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tryItTextsOf } from '../src/try-it/try-it-texts.js';
import { violations } from './accessibility.js';
import { startMock } from '@vpcep/mock';
import { fewOperations, manyOperations, sendSamples } from './sent-samples.js';
import { openSite } from './site.js';
import { openDialog as openDialogAt } from './try-it-dialog.js';

const site = await openSite();
const mock = await startMock({ port: 0, scenario: 'small-team', transitions: 'immediate' });
beforeEach(() => {
  mock.reset();
});
afterAll(async () => {
  await site.close();
  await mock.close();
});

const texts = tryItTextsOf.en;

const { page, elsewhere, complaints } = await site.open({}, mock.url);
let start = site.address;
const openDialog = (operationId: string) => openDialogAt(page, operationId, start);

describe('on the pages', () => {
  beforeEach(() => {
    complaints.length = elsewhere.length = 0;
  });

  test('what sends is loaded when it is first opened; a page that cannot load it says so', async () => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await page.goto(`${site.address}operations/listQuotaDetails/`);
    expect(loaded.filter((path) => path.includes('try-it') && !path.endsWith('buttons.js'))).toEqual([]);
    await page.route('**/try-it-operations.js', (route) => route.abort());
    await page.locator('[data-try-it=listQuotaDetails]').click();
    await page.getByText(texts.notLoaded).waitFor();
    await page.keyboard.press('Escape');
    await page.unroute('**/try-it-operations.js');
    const { send, state } = await openDialogAt(page, 'listQuotaDetails');
    await send.click();
    await state(/^200 OK/);
  });

  test('nothing is sent to the cloud, nor to anywhere but this machine', async () => {
    await page.goto(site.address);
    await page.evaluate(() => {
      localStorage.clear();
    });
    const { dialog, address, useServer, send } = await openDialog('listQuotaDetails');
    expect(await address.inputValue()).toBe('http://127.0.0.1:4010');
    await useServer('');
    for (const [text, refusal] of [
      ['https://vpcep.cn-north-4.myhuaweicloud.com', texts.refusals.cloud],
      ['https://mock.example', texts.refusals.elsewhere],
      ['', texts.refusals.malformed],
    ] as const) {
      await address.fill(text);
      await dialog.getByRole('alert').filter({ hasText: refusal }).waitFor();
      await send.click();
      expect(await address.evaluate((field) => field === document.activeElement)).toBe(true);
      expect(await dialog.locator('.try-it-state').innerText()).toBe(texts.notSent);
    }
    expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([]);
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });

    // A script that tries meets the policy of the page.
    const outcome = await page.evaluate(() => fetch('https://vpcep.cn-north-4.myhuaweicloud.com/').catch(String));
    expect(outcome).toContain('TypeError');
    expect(elsewhere).toEqual([]);
    expect(complaints.join()).toContain('connect-src');
  });

  test('an empty query parameter is not sent, and an empty part of the path sends nothing', async () => {
    const { useServer, field, send, state, dialog } = await openDialog('listEndpointService');
    await useServer(mock.url);
    await field('status').selectOption('');
    await field('limit').fill('1');
    await send.click();
    await state(/^200/);
    expect(await dialog.locator('.try-it-line').innerText()).toMatch(/vpc-endpoint-services\?limit=1$/);
    await field('project_id').fill('');
    await send.click();
    await state(new RegExp(texts.notSent));
    await dialog.getByText(texts.missing).waitFor();
    expect(await field('project_id').evaluate((input) => input === document.activeElement)).toBe(true);
    expect(mock.requests()).toHaveLength(1);
  });

  test('the keyboard alone opens it, sends and closes it, and the focus returns', async () => {
    await page.goto(`${site.address}operations/listQuotaDetails/`);
    const button = page.locator('[data-try-it=listQuotaDetails]');
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'List quotas' });
    await dialog.waitFor();
    const project = dialog.getByLabel('project_id');
    for (let steps = 0; !(await project.evaluate((field) => field === document.activeElement)); steps++) {
      expect(steps).toBeLessThan(10);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Control+Enter');
    await dialog.getByText(/^200 OK in/).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('without a mock, it says how to start one, and where one may be', async () => {
    const { dialog, useServer, send, state, answer } = await openDialog('listQuotaDetails');
    // The discard port: nobody answers there.
    await useServer('http://127.0.0.1:9');
    await send.click();
    await state(/^Nothing answers at http:\/\/127\.0\.0\.1:9\./);
    expect(await answer()).toBe('npx @vpcep/mock --port 9 --scenario small-team');
    await dialog.getByText(texts.allowed).waitFor();
    const guide = dialog.getByRole('link', { name: 'How to get the mock' });
    expect(await guide.getAttribute('href')).toBe('../../guides/install/');
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await dialog.getByText('Copied').waitFor();
  });

  test('the address is remembered, and nothing else', async () => {
    const { useServer, send, state } = await openDialog('createEndpointService');
    await useServer(`${mock.url}/`);
    await send.click();
    await state(/^200/);
    expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([['mock-address', mock.url]]);
    expect(await page.evaluate(() => document.cookie)).toBe('');
  });

  test('the mock can be reset from the page', async () => {
    const { dialog, useServer, send, state } = await openDialog('deleteEndpointService');
    await useServer(mock.url);
    await send.click();
    await state(/^204/);
    await send.click();
    await state(/^404/);
    await dialog.getByRole('button', { name: texts.resetMock }).click();
    await state(/^The mock is in this state now: A small team/);
    await send.click();
    await state(/^204/);
  });

  test('the samples are sent, and the answers shown', async () => {
    await sendSamples(page, mock, 'en', manyOperations, start);
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  });

  test('it is accessible and fits, wide and narrow, light and dark', async () => {
    await expectAccessible({ wide: 'light', narrow: 'dark' });
  });

  test('what the reader changes is what is sent, and an error leads to its remedy', async () => {
    const { dialog, useServer, field, send, state, answer } = await openDialog('createEndpointService');
    await useServer(mock.url);
    await field('project_id').fill('0123456789abcdef0123456789abcdef');
    const body = JSON.parse(await field('Body').inputValue()) as object;
    await field('Body').fill(JSON.stringify({ ...body, approval_enabled: true }));
    await send.click();
    await state(/^200 OK/);
    expect(JSON.parse(await answer())).toMatchObject({
      approval_enabled: true,
      project_id: '0123456789abcdef0123456789abcdef',
    });
    expect(await dialog.locator('.try-it-line').innerText()).toBe(
      `POST ${mock.url}/v1/0123456789abcdef0123456789abcdef/vpc-endpoint-services`,
    );
    expect(await dialog.locator('dl').innerText()).toContain('application/json');
    // Colours tell names from values.
    expect(await dialog.locator('.try-it-code .token.property').count()).toBeGreaterThan(5);

    await field('Body').fill('{"port_id": ');
    await dialog.getByText(texts.notJson).waitFor();
    await send.click();
    await state(/^400/);
    await dialog.getByRole('button', { name: texts.backToSample }).click();
    expect(JSON.parse(await field('Body').inputValue())).toEqual(body);
    expect(await dialog.getByText(texts.notJson).count()).toBe(0);

    await page.keyboard.press('Escape');
    const list = await openDialog('listServiceDetails');
    await list.field('vpc_endpoint_service_id').fill('00000000-0000-4000-8000-000000000000');
    await list.send.click();
    await list.state(/^404/);
    await list.dialog.getByRole('link', { name: 'What to do about EndPoint.0005' }).click();
    await page.waitForURL(`${site.address}errors/#EndPoint.0005`);
  });
});

describe('in the other language', () => {
  beforeAll(() => {
    start = `${site.address}zh-CN/`;
    complaints.length = 0;
  });

  test('the address is remembered', async () => {
    const { dialog, address } = await openDialog('createEndpointService');
    expect(await address.inputValue()).toBe(mock.url);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  test('the samples are sent, and the answers shown', async () => {
    await sendSamples(page, mock, 'zh-CN', fewOperations, start);
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  });

  test('it is accessible and fits, wide and narrow, light and dark', async () => {
    await expectAccessible({ wide: 'dark', narrow: 'light' });
  });
});

async function expectAccessible(themes: { wide: 'light' | 'dark'; narrow: 'light' | 'dark' }): Promise<void> {
  const { dialog, address, useServer, send, state } = await openDialog('createEndpoint');
  await useServer(mock.url);
  await send.click();
  await state(/^200/);
  for (const [colorScheme, width] of [
    [themes.wide, 1280],
    [themes.narrow, 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 740 });
    const overflow = await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(overflow, `${width} pixels`).toBe(0);
    // Nothing else can be reached while the dialog is open.
    for (const text of [mock.url, 'https://mock.example']) {
      await address.fill(text);
      expect(await violations(page, 'dialog'), `${colorScheme} ${text}`).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}
