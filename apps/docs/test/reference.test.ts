import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { laterStates } from '@vpcep/openapi/documents';
import { type Document, operationAddress, operationsOf, required, tagAddress } from '@vpcep/openapi/reader';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../src/site/languages.js';
import { copySamples, permissions } from './copying.js';
import { htmlOf, operationIn, pageFiles, readDist } from './dist.js';
import { openSite, type Opened } from './site.js';

const site = await openSite();
afterAll(() => site.close());

const document = JSON.parse(readDist('openapi.json')) as Document;
const operations = operationsOf(document);

const textsOf = (elements: Iterable<Element>) => [...elements].map(({ textContent }) => textContent);

describe('in the HTML', () => {
  test('every operation has a page of its own, which its title, description and heading tell from others', () => {
    const told = operations.map(({ operationId, operation }) => {
      const page = htmlOf(operationAddress(operationId));
      expect(textsOf(page.querySelectorAll('h1')), operationId).toEqual([operation.summary]);
      const title = page.querySelector('title')?.textContent;
      expect(title).toMatch(/ - VPC Endpoint API$/);
      return [title, page.querySelector('meta[name=description]')?.getAttribute('content')] as const;
    });
    expect(new Set(told.map(([title]) => title)).size).toBe(operations.length);
    const descriptions = told.map(([, description]) => description ?? '');
    expect(descriptions.filter((description) => description.length < 20 || /[`*\n]/.test(description))).toEqual([]);
  });

  test('each group of operations has a page, and the index has all, with methods and paths', () => {
    const listIn = (address: string) =>
      [...htmlOf(address).querySelectorAll('.operation-list a')].map((link) => [
        new URL(link.getAttribute('href') ?? '', `file:///${address}`).pathname.slice(1),
        ...textsOf(link.children),
      ]);
    const expected = operations.map(({ operationId, method, operation, path }) => ({
      tag: operation.tags?.[0],
      row: [operationAddress(operationId), method.toUpperCase(), operation.summary, path],
    }));
    for (const { name } of required(document.tags, { pointer: '#' }, 'tags')) {
      const rows = expected.filter(({ tag }) => tag === name).map(({ row }) => row);
      expect(listIn(tagAddress(name)), name).toEqual(rows);
    }
    const sorted = (rows: (string | undefined)[][]) => rows.map(String).sort();
    expect(sorted(listIn('operations/'))).toEqual(sorted(expected.map(({ row }) => row)));
  });

  test('a response of an operation has a sample, and one of every call has none there', () => {
    const operation = operationIn('en', 'createEndpointService');
    const codes = ['200', '404'];
    const labels = textsOf(operation.querySelectorAll('.tabs label'));
    expect(labels.filter((label) => /^\d/.test(label))).toEqual(codes);
  });

  test('what a description names in code is a link to it', () => {
    const [link] = [...operationIn('en', 'createEndpointService').querySelectorAll('a')].filter(
      ({ textContent }) => textContent === 'Show an endpoint service',
    );
    expect(link?.getAttribute('href')).toBe('../../operations/listServiceDetails/');
  });

  test('all can be unfolded that a reader may want: samples, every example, every field, how to authenticate', () => {
    for (const { operationId, operation, requestBody, responses } of operations) {
      const page = operationIn('en', operationId);
      const shown = page.textContent;
      for (const { source = '' } of operation['x-codeSamples'] ?? []) expect(shown, operationId).toContain(source);
      const own = responses.filter(({ status }) => page.querySelector(`#status-${status}`) !== null);
      const bodies = [requestBody, ...own];
      for (const example of bodies.flatMap((body) => [...(body?.json?.examples.values() ?? [])])) {
        expect(shown, operationId).toContain(JSON.stringify(example, undefined, 2));
      }
      if (operation.security?.length === 0) continue;
      expect(page.querySelector('.security')?.textContent, operationId).toContain('SDK-HMAC-SHA256');
    }
  });

  test.each(languages)('in %s, how to authenticate is said in the words of the cloud, at a glance', (language) => {
    const summary = operationIn(language, 'createEndpoint').querySelector('.security summary')?.textContent;
    expect(summary).toMatch(language === 'en' ? /token or AK\/SK signature$/ : /Token 或 AK\/SK 签名$/);
  });

  test('nothing of React, of the styles of its components that no rule asks for, or of the document is loaded', () => {
    for (const file of pageFiles.filter((name) => name.includes('operations/'))) {
      const html = readDist(file);
      expect(html).not.toMatch(/openapi\.json"|data-reactroot|<!-- -->/);
      const classes = [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '));
      const asked = new Set(readDist('assets/redoc.css').match(/(?<=\.)sc-\w+/g));
      expect(asked.size).toBeGreaterThan(0);
      expect(classes.filter((name) => name.startsWith('sc-') && !asked.has(name))).toEqual([]);
    }
  });
});

describe('with scripts', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await site.open({ permissions });
  });
  afterAll(() => opened.close());

  test('a press in the menu leads to another operation, and nothing is hidden beneath the header', async () => {
    const { page, elsewhere, complaints } = opened;
    await page.goto(`${site.address}operations/createEndpointService/`);
    const menu = page.getByRole('navigation', { name: 'Contents' });
    await menu.getByRole('link', { name: /Show an endpoint service/ }).click();
    await page.waitForURL(`${site.address}operations/listServiceDetails/`);
    const current = menu.locator('[aria-current=page]');
    expect(await current.innerText()).toContain('Show an endpoint service');
    const heading = page.getByRole('heading', { level: 1 });
    expect(await heading.innerText()).toBe('Show an endpoint service');
    expect((await heading.boundingBox())?.y).toBeGreaterThan(52);
    expect({ elsewhere, complaints }).toEqual({ elsewhere: [], complaints: [] });
  });

  const files = [
    ['OpenAPI (JSON)', 'openapi.json'],
    ['OpenAPI (YAML)', 'openapi.yaml'],
    ...laterStates.map((state) => [`As of ${state} (JSON)`, `openapi.${state}.json`] as const),
  ] as const;
  test.each(files)('the document can be downloaded as %s', async (name, file) => {
    const { page } = opened;
    await page.goto(site.address);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(file);
    const source = fileURLToPath(import.meta.resolve(`@vpcep/openapi/${file}`));
    expect(await text(await download.createReadStream())).toBe(readFileSync(source, 'utf8'));
  });

  test('a sample is copied as it is shown, and the language that it is in is kept for the next page', async () => {
    const { page, complaints } = opened;
    await page.goto(`${site.address}operations/createEndpointService/`);
    await copySamples(page, 'en');
    await page.goto(`${site.address}operations/listEndpoints/`);
    expect(await page.getByRole('radio', { name: 'TypeScript' }).isChecked()).toBe(true);
    expect(complaints).toEqual([]);
  });
});
