import { categories, codeAliases, documents, errors, isOfGateway } from '@vpcep/openapi/documents';
import { type DescribedOperation, operationAddress, operationsOf } from '@vpcep/openapi/reader';
import { afterAll, describe, expect, test } from 'vitest';
import { commonResponses } from '../src/errors/common-responses.js';
import { folderOf, languages } from '../src/site/languages.js';
import { htmlOf } from './dist.js';
import { bare } from './document-texts.js';
import { namedAsInDocument } from './named-calls.js';
import { openSite } from './site.js';

const site = await openSite();
afterAll(() => site.close());

const { page, complaints } = await site.open();
const textsOf = (elements: Iterable<Element>) => [...elements].map(({ textContent }) => textContent);
const targetsOf = (elements: Iterable<Element>) => [...elements].map((element) => element.getAttribute('href'));

test('the HTML of the error catalogue has every code, at an address of its own', () => {
  const rows = [...namedAsInDocument('errors/', documents.en).querySelectorAll('tbody tr')].filter(
    ({ id }) => !id.startsWith('status-'),
  );
  expect(rows.map(({ id }) => id).sort()).toEqual(errors.map(({ code }) => code).sort());
  for (const { code, status, otherStatuses = [], message, remedy, fields = [] } of errors) {
    const row = rows.find(({ id }) => id === code);
    expect(row?.querySelector('td')?.textContent).toBe([status, ...otherStatuses].join(', '));
    expect(row?.textContent).toContain(message);
    expect(bare(row?.textContent ?? '')).toContain(bare(remedy.en));
    expect(textsOf(row?.querySelectorAll('code') ?? [])).toEqual(fields);
  }
});

describe.each(languages)('in %s', (language) => {
  const folder = folderOf(language);
  const operations = operationsOf(documents[language]);
  const pageOf = ({ operationId }: DescribedOperation) => htmlOf(folder + operationAddress(operationId));
  const codesOf = ({ operation }: DescribedOperation) => operation['x-error-codes'] ?? [];
  const ofEveryCall = errors
    .map(({ code }) => code)
    .filter((code) => operations.every((operation) => codesOf(operation).includes(code)));
  const common = commonResponses(documents[language]);

  test('every code is below the part of the service that it is about', () => {
    for (const section of htmlOf(`${folder}errors/`).querySelectorAll('section')) {
      const codes = [...section.querySelectorAll('tbody tr')].map(({ id }) => id);
      const own = errors.filter(({ code }) => codes.includes(code));
      if (own.length === 0) continue;
      expect(new Set(own.map(({ category }) => categories[category]?.[language]))).toEqual(
        new Set([section.querySelector('h2')?.textContent]),
      );
    }
  });

  test('a code leads back to the calls that give it, by what they do', () => {
    expect(ofEveryCall.length).toBeGreaterThan(3);
    for (const { code } of errors) {
      const links = htmlOf(`${folder}errors/`).getElementById(code)?.querySelectorAll('.error-calls a') ?? [];
      const giving = ofEveryCall.includes(code)
        ? []
        : operations.filter((operation) => codesOf(operation).includes(code));
      expect(textsOf(links), code).toEqual(giving.map(({ operation }) => operation.summary));
      expect(targetsOf(links)).toEqual(giving.map(({ operationId }) => `../${operationAddress(operationId)}`));
    }
  });

  test('beside an operation are its own codes, with what they mean and what to do; those of every call in a line', () => {
    for (const described of operations) {
      const own = codesOf(described).filter((code) => !ofEveryCall.includes(code));
      const page = namedAsInDocument(folder + operationAddress(described.operationId), documents[language]);
      const shown = [...page.querySelectorAll('.operation-errors dl > div')].map(({ children }) =>
        textsOf(children).map(bare),
      );
      const expected = own.map((code) => {
        const error = errors.find((each) => each.code === code);
        return [code, error?.message ?? '', error?.remedy[language] ?? ''].map(bare);
      });
      expect(shown, described.operationId).toEqual(expected);
      expect(targetsOf(pageOf(described).querySelectorAll('.operation-errors dt a'))).toEqual(
        own.map((code) => `../../errors/#${code}`),
      );
      const [, line] = pageOf(described).querySelectorAll('.every-call');
      expect(textsOf(line?.querySelectorAll('a') ?? []).slice(0, -1)).toEqual(ofEveryCall);
    }
  });

  test('an operation has the responses that are its own, and leads to the others, which are said once', () => {
    const statuses = common.map(({ status }) => status);
    expect(statuses.length).toBeGreaterThan(10);
    expect(statuses.filter((status) => status.startsWith('2'))).toEqual([]);
    for (const described of operations) {
      const shown = [...pageOf(described).querySelectorAll('details.response')].map(({ id }) => id);
      const own = described.responses.filter(({ status }) => !statuses.includes(status));
      expect(shown, described.operationId).toEqual(own.map(({ status }) => `status-${status}`));
      const links = pageOf(described).querySelector('.every-call')?.querySelectorAll('a') ?? [];
      expect(targetsOf(links)).toEqual(statuses.map((status) => `../../errors/#status-${status}`));
    }
  });

  test('each status of every call has what it means and its samples, and all have the fields of the body and headers', () => {
    const catalogue = htmlOf(`${folder}errors/`);
    for (const { status, response, json } of common) {
      const row = catalogue.getElementById(`status-${status}`);
      const samples = textsOf(row?.querySelectorAll('pre') ?? []).map((sample) => JSON.parse(sample) as unknown);
      expect(samples, status).toEqual([...(json?.examples.values() ?? [])]);
      expect(row?.textContent.replace(/\s/g, '')).toContain(response.description.split('`')[0]?.replace(/\s/g, ''));
    }
    const fields = textsOf(catalogue.querySelectorAll('.status-fields dt'));
    expect(fields).toEqual(['error_code', 'error_msg', 'request_id', 'X-Request-Id']);
  });
});

test('a response that one operation alone has in other words is its own, and stops being one of every call', () => {
  const given = structuredClone(documents.en);
  const statuses = () => commonResponses(given).map(({ status }) => status);
  expect(statuses()).toContain('405');
  const [described] = operationsOf(given);
  Object.assign(described?.operation.responses ?? {}, { '405': { description: 'No.' } });
  expect(statuses()).not.toContain('405');
});

test('each code of the gateway is named as such where every call leads to them', () => {
  const section = htmlOf('errors/').getElementById('codes-gateway')?.parentElement;
  const codes = [...(section?.querySelectorAll('tbody tr') ?? [])].map(({ id }) => id);
  expect(codes).toEqual(errors.filter(isOfGateway).map(({ code }) => code));
});

test.each(Object.entries(codeAliases))(
  'a code that some regions begin with %s stands below the one with %s',
  (alias, meant) => {
    const codes = errors.map(({ code }) => code).filter((code) => code.startsWith(`${meant}.`));
    expect(codes).not.toEqual([]);
    for (const code of codes) {
      const row = htmlOf('errors/').getElementById(code);
      expect(row?.querySelector('.error-spelling')?.textContent).toBe(`In some regions: ${code.replace(meant, alias)}`);
    }
  },
);

test.each(['errors/', 'zh-CN/errors/'])(
  '/%s leads an error message to its code, in sight and highlighted',
  async (path) => {
    complaints.length = 0;
    for (const code of ['EndPoint.3044', 'Endpoint.1018', 'EndPoint.0001', 'APIGW.0308']) {
      await page.goto('about:blank');
      await page.goto(`${site.address}${path}#${code}`);
      const row = page.locator('tr:target');
      expect(await row.getAttribute('id')).toBe(code);
      const header = await page.locator('.site-header').boundingBox();
      await expect.poll(() => row.boundingBox().then((box) => box?.y)).toBeLessThan(850);
      expect((await row.boundingBox())?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
      const background = (element: Element) => getComputedStyle(element).backgroundColor;
      expect(await row.evaluate(background)).not.toBe(
        await page.locator('tr:not(:target)').nth(1).evaluate(background),
      );
    }
    expect(complaints).toEqual([]);
  },
);
