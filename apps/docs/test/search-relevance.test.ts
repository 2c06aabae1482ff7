import { documents, errors } from '@vpcep/openapi/documents';
import { operationAddress, operationsOf } from '@vpcep/openapi/reader';
import { describe, expect, test } from 'vitest';
import { searchHere } from '../src/search/both-languages.js';
import { createSearch } from '../src/search/search-engine.js';
import { folderOf, type Language, languages } from '../src/site/languages.js';
import { htmlOf, readDist } from './dist.js';
import { entriesOf } from './search-entries.js';
import { pageQueries } from './page-queries.js';
import { queries } from './search-queries.js';

const entries = { en: entriesOf('en'), 'zh-CN': entriesOf('zh-CN') };
const search = { en: await createSearch(entries.en), 'zh-CN': await createSearch(entries['zh-CN']) };

/** Where the first result leads, which may be one in the other language. */
function firstOf(language: Language, query: string): string | undefined {
  const { results, moreElsewhere } = searchHere(query, language, search[language]);
  const others = moreElsewhere ? languages.filter((other) => other !== language) : [];
  return [...results, ...others.flatMap((other) => search[other](query))][0]?.entry.address;
}

/** Every operation, and how a reader may paste a call of it. */
const calls = operationsOf(documents.en).map(({ operationId, method, path, parameters }) => {
  const name = method.toUpperCase();
  const filled = path.replace(/\{(\w+)\}/g, (_, parameter: string) =>
    String(parameters.find((one) => one.in === 'path' && one.name === parameter)?.example),
  );
  const url = `https://vpcep.cn-north-4.myhuaweicloud.com${filled}`;
  return {
    path,
    address: operationAddress(operationId),
    queries: [
      path,
      filled,
      `${name} ${path}`,
      `${name} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      `${name} ${filled}`,
      `${name} ${url}`,
      `curl -X ${name} "${url}?limit=10" -H 'X-Auth-Token: MIIF/a+b'`,
      `127.0.0.1 - - [29/Nov/2026:20:18:07 +0000] "${name} ${filled} HTTP/1.1" 200 512`,
    ],
  };
});

test('the calls of all operations are told apart', () => {
  expect(calls.length).toBeGreaterThan(30);
  expect(calls.flatMap(({ queries: [, filled = ''] }) => filled).join()).not.toMatch(/undefined|[{}]/);
});

test.each([...queries, ...pageQueries].map(([language, query, ...right]) => ({ language, query, right })))(
  'in $language, "$query" leads to the right place first',
  ({ language, query, right }) => {
    expect(right).toContain(firstOf(language, query));
  },
);

test('words that questions are made of find nothing', () => {
  for (const language of languages) expect(firstOf(language, 'what is the price of it'), language).toBeUndefined();
  expect(firstOf('zh-CN', '这个多少钱？')).toBeUndefined();
  const found = search.en('how much does it cost').map(({ entry }) => entry.text);
  expect(found.filter((text) => !text.includes('cost'))).toEqual([]);
});

test('a number is found whole, not as the beginning of another one', () => {
  const holding = (number: string) => search.en(number).map(({ entry }) => JSON.stringify(entry));
  for (const number of ['20', '198.19.128.0'])
    expect(holding(number).filter((text) => !new RegExp(`(?<!\\d)${number}(?!\\d)`).test(text))).toEqual([]);
});

describe.each(languages)('in %s', (language) => {
  const document = JSON.parse(readDist(`${folderOf(language)}openapi.json`)) as object;

  test('every title finds its own place among the first twenty', () => {
    const lost = entries[language].filter(
      ({ title, address }) =>
        !search[language](title)
          .slice(0, 20)
          .some(({ entry }) => entry.title === title && entry.address === address),
    );
    expect(lost.map(({ title, address }) => [title, address])).toEqual([]);
  });

  test('every operation, parameter, field and error code of the document is found first by its name', () => {
    const names = [...namesIn(document), ...errors.map(({ code }) => code)];
    expect(names.length).toBeGreaterThan(250);
    const lost = names.filter((name) => {
      const { title, names: others = [] } = search[language](name)[0]?.entry ?? { title: '' };
      return ![title, ...others].some((called) => called.toLowerCase() === name.toLowerCase());
    });
    expect(lost).toEqual([]);
  });

  test('every operation is found first by its method and path, as documentation and logs have them', () => {
    const lost = calls.flatMap(({ path, address, queries }) =>
      queries.filter((query) => {
        const found = firstOf(language, query);
        // What names no method may be any operation of the path.
        return !calls.some(
          (call) => call.address === found && (query.includes(' ') ? call.address === address : call.path === path),
        );
      }),
    );
    expect(lost).toEqual([]);
  });

  test('every part of a Chinese word is found, and every part of an identifier', () => {
    for (const [whole, part] of [
      ['终端节点', '端节'],
      ['白名单', '名单'],
      ['白名单', '名'],
      ['vip_port_id', 'vip'],
      ['connection_count', 'count'],
      ['pendingAcceptance', 'acceptance'],
    ] as const) {
      const addresses = new Set(search[language](part).map(({ entry }) => entry.address));
      for (const { entry } of search[language](whole)) {
        if (`${entry.title} ${entry.text}`.includes(whole))
          expect(addresses, `${part} for ${whole}`).toContain(entry.address);
      }
    }
  });

  test('every entry leads to a place that exists', () => {
    const broken = entries[language].filter(({ address }) => {
      const [path = '', anchor] = address.split('#');
      const page = htmlOf(`${folderOf(language)}${path}`);
      return anchor !== undefined && page.getElementById(anchor) === null;
    });
    expect(broken).toEqual([]);
  });
});

/** IDs and summaries of operations, and the names of everything that has a description and is not only in failures. */
function namesIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]: [string, unknown]) => {
    if (['example', 'examples', 'x-error-codes'].includes(key)) return [];
    if (key === 'operationId' || (key === 'summary' && 'operationId' in node)) return [String(child)];
    if (key === 'name' && 'in' in node && 'schema' in node) return [String(child)];
    const fields = key === 'properties' ? Object.keys(child as object) : [];
    return [...fields, ...namesIn(child)];
  });
}
