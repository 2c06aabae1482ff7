import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startMock, type LogEntry, type Mock } from '@vpcep/mock';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { operationsOf, type OpenApiDocument } from '../src/samples/openapi-document.js';
import { singleFileName } from '../src/reference/reference-page.js';
import type { Language } from '../src/site/languages.js';
import { tryItTextsOf } from '../src/try-it/try-it-texts.js';
import { seriousViolations } from './accessibility.js';
import { dist, serveSite, untilReady } from './site.js';

let site: Awaited<ReturnType<typeof serveSite>>;
let mock: Mock;
const requests: (LogEntry & { event: 'request' })[] = [];
beforeAll(async () => {
  site = await serveSite();
  mock = await startMock({
    port: 0,
    scenario: 'small-team',
    transitions: 'immediate',
    log: (entry) => {
      if (entry.event === 'request') requests.push(entry);
    },
  });
});
beforeEach(() => {
  mock.reset();
  requests.length = 0;
});
afterAll(async () => {
  await site.close();
  await mock.close();
});

const documentFile = fileURLToPath(import.meta.resolve('@vpcep/openapi/openapi.json'));
const operations = operationsOf(JSON.parse(readFileSync(documentFile, 'utf8')) as OpenApiDocument);

const texts = tryItTextsOf.en;

async function openDialog(page: Page, operationId: string) {
  await page.locator(`[data-try-it="${operationId}"]`).click();
  const dialog = page.getByRole('dialog');
  const state = dialog.locator('.try-it-state');
  return {
    dialog,
    address: dialog.getByRole('textbox', { name: /mock|模拟/ }),
    field: (name: string) => dialog.getByRole('textbox', { name, exact: true }),
    send: dialog.locator('[type=submit]'),
    /** Waits for the state to read so. */
    state: (text: RegExp) => state.filter({ hasText: text }).waitFor(),
    answer: () => dialog.locator('.try-it-code pre').innerText(),
  };
}

async function open(path = '', options: BrowserContextOptions = {}) {
  const opened = await site.open(options, mock.url);
  await opened.page.goto(path.startsWith('file:') ? path : site.address + path);
  return opened;
}

const singleFile = (language: Language) => pathToFileURL(join(dist, 'download', singleFileName(language))).href;
const some = ['listEndpointService', 'createEndpointService', 'deleteEndpointPolicy'];

test.each([
  ['', operations.map(({ operation }) => operation.operationId), texts],
  ['zh-CN/', some, tryItTextsOf['zh-CN']],
  [singleFile('en'), some, texts],
  [singleFile('zh-CN'), some, tryItTextsOf['zh-CN']],
])(
  'on /%s the samples are sent, and the answers shown',
  { timeout: 120_000 },
  async (path, operationIds, { answered }) => {
    const { page, complaints, elsewhere, close } = await open(path);
    await untilReady(page);
    for (const operationId of operationIds) {
      mock.reset();
      requests.length = 0;
      const { dialog, address, send, state, answer } = await openDialog(page, operationId);
      await address.fill(mock.url);
      await send.click();
      const placed = operations.find(({ operation }) => operation.operationId === operationId);
      const [before = '', after = ''] = answered.replace('{status}', '20[0-9] [A-Za-z ]+').split('{time}');
      await state(new RegExp(`^${before}[0-9]+${after}$`));
      expect(requests).toMatchObject([{ operation: operationId, method: placed?.method }]);
      if (placed?.answerExample === undefined) expect(await dialog.locator('.try-it-code').isVisible()).toBe(false);
      else expect(JSON.parse(await answer())).toBeTypeOf('object');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
    await close();
  },
);

test('what the reader changes is what is sent, and an error leads to its remedy', async () => {
  const { page, close } = await open();
  const { dialog, address, field, send, state, answer } = await openDialog(page, 'createEndpointService');
  await address.fill(mock.url);
  await field('project_id').fill('0123456789abcdef0123456789abcdef');
  const body = JSON.parse(await field('Body').inputValue()) as object;
  await field('Body').fill(JSON.stringify({ ...body, port_id: 'mine' }));
  await send.click();
  await state(/^200 OK/);
  expect(JSON.parse(await answer())).toMatchObject({ port_id: 'mine', project_id: '0123456789abcdef0123456789abcdef' });
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
  const list = await openDialog(page, 'listServiceDetails');
  await list.field('vpc_endpoint_service_id').fill('00000000-0000-4000-8000-000000000000');
  await list.send.click();
  await list.state(/^404/);
  await list.dialog.getByRole('link', { name: 'What to do about EndPoint.0005' }).click();
  await page.waitForURL(`${site.address}errors/#EndPoint.0005`);
  await close();
});

test('an empty query parameter is not sent, and an empty part of the path sends nothing', async () => {
  const { page, close } = await open();
  const { address, field, send, state, dialog } = await openDialog(page, 'listEndpointService');
  await address.fill(mock.url);
  await field('status').fill('');
  await field('limit').fill('1');
  await send.click();
  await state(/^200/);
  expect(await dialog.locator('.try-it-line').innerText()).toMatch(/vpc-endpoint-services\?limit=1$/);
  await field('project_id').fill('');
  await send.click();
  expect(await field('project_id').evaluate((input: HTMLInputElement) => input.validity.valueMissing)).toBe(true);
  expect(requests).toHaveLength(1);
  await close();
});

test('the keyboard alone opens it, sends and closes it, and the focus returns', async () => {
  const { page, close } = await open();
  const button = page.locator('[data-try-it=listQuotaDetails]');
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'List quotas' });
  await dialog.waitFor();
  const address = dialog.getByRole('textbox', { name: texts.address });
  for (let steps = 0; !(await address.evaluate((field) => field === document.activeElement)); steps++) {
    expect(steps).toBeLessThan(10);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(mock.url);
  await page.keyboard.press('Control+Enter');
  await dialog.getByText(/^200 OK in/).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await close();
});

test('without a mock, it says how to start one, and where one may be', async () => {
  const { page, close } = await open();
  const { dialog, address, send, state, answer } = await openDialog(page, 'listQuotaDetails');
  // The discard port: nobody answers there.
  await address.fill('http://127.0.0.1:9');
  await send.click();
  await state(/^Nothing answers at http:\/\/127\.0\.0\.1:9\./);
  expect(await answer()).toBe('npx vpcep-mock --port 9 --scenario small-team');
  await dialog.getByText('Content-Security-Policy').waitFor();
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await dialog.getByText('Copied').waitFor();
  await close();
});

test('the mock can be reset from the page', async () => {
  const { page, close } = await open();
  const { dialog, address, send, state } = await openDialog(page, 'deleteEndpointService');
  await address.fill(mock.url);
  await send.click();
  await state(/^204/);
  await send.click();
  await state(/^404/);
  await dialog.getByRole('button', { name: texts.resetMock }).click();
  await state(/remembers what it did at its start/);
  await send.click();
  await state(/^204/);
  await close();
});

test('nothing is sent to the cloud, nor to anywhere but this machine', async () => {
  const { page, elsewhere, complaints, close } = await open();
  const { dialog, address, send } = await openDialog(page, 'listQuotaDetails');
  for (const [text, refusal] of [
    ['https://vpcep.cn-north-4.myhuaweicloud.com', texts.refusals.cloud],
    ['https://mock.example', texts.refusals.elsewhere],
    ['', texts.refusals.malformed],
  ] as const) {
    await address.fill(text);
    await dialog.getByRole('alert').filter({ hasText: refusal }).waitFor();
    await send.click();
    expect(await address.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await dialog.locator('.try-it-state').innerText()).toBe(texts.noAnswerYet);
  }
  expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([]);
  expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });

  // A script that tries meets the policy of the page.
  const outcome = await page.evaluate(() => fetch('https://vpcep.cn-north-4.myhuaweicloud.com/').catch(String));
  expect(outcome).toContain('TypeError');
  expect(elsewhere).toEqual([]);
  expect(complaints.join()).toContain('connect-src');
  await close();
});

test('the address is remembered, and nothing else', async () => {
  const { page, close } = await open();
  const first = await openDialog(page, 'createEndpointService');
  expect(await first.address.inputValue()).toBe('http://127.0.0.1:4010');
  await first.address.fill(`${mock.url}/`);
  await first.send.click();
  await first.state(/^200/);
  expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([['mock-address', mock.url]]);
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await page.goto(`${site.address}zh-CN/`);
  const second = await openDialog(page, 'createEndpointService');
  expect(await second.address.inputValue()).toBe(mock.url);
  await close();
});

test('what sends is loaded when it is first opened; a page that cannot load it says so', async () => {
  const { page, close } = await open();
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await untilReady(page);
  expect(loaded.filter((path) => path.includes('try-it') && !path.endsWith('buttons.js'))).toEqual([]);
  await page.route('**/try-it-operations.js', (route) => route.abort());
  await page.locator('[data-try-it=listQuotaDetails]').click();
  await page.getByText(texts.notLoaded).waitFor();
  await page.keyboard.press('Escape');
  await page.unroute('**/try-it-operations.js');
  const { address, send, state } = await openDialog(page, 'listQuotaDetails');
  await address.fill(mock.url);
  await send.click();
  await state(/^200/);
  await close();
});

test('without scripts there is no button for it', async () => {
  const { page, close } = await open('', { javaScriptEnabled: false });
  expect(await page.locator('[data-try-it]').count()).toBe(30);
  expect(await page.locator('[data-try-it]').filter({ visible: true }).count()).toBe(0);
  await close();
});

test.each([
  ['', 'light', 1280],
  ['zh-CN/', 'dark', 1280],
  ['', 'dark', 360],
  ['zh-CN/', 'light', 360],
] as const)('on /%s in the %s theme it is accessible and fits %i pixels', async (path, colorScheme, width) => {
  const { page, close } = await open(path, { colorScheme, viewport: { width, height: 740 }, bypassCSP: true });
  const { dialog, address, send, state } = await openDialog(page, 'createEndpoint');
  await address.fill(mock.url);
  await send.click();
  await state(/^200/);
  const overflow = await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(overflow).toBe(0);
  expect(await seriousViolations(page, 'dialog')).toEqual([]);
  await address.fill('https://mock.example');
  expect(await seriousViolations(page, 'dialog')).toEqual([]);
  await close();
});
