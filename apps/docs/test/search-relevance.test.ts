import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { errors } from '@vpcep/openapi/documents';
import { describe, expect, test } from 'vitest';
import { createSearch } from '../src/search/search-engine.js';
import type { SearchEntry } from '../src/search/search-entry.js';
import { folderOf, languages } from '../src/site/languages.js';

const dist = new URL('../dist/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, dist), 'utf8');

/** What the browser gets. */
function entriesOf(language: (typeof languages)[number]): SearchEntry[] {
  const window: { vpcepSearchEntries?: SearchEntry[] } = {};
  runInNewContext(read(`${folderOf(language)}assets/search-entries.js`), window);
  if (window.vpcepSearchEntries === undefined) throw new Error(`no entries in ${language}`);
  return window.vpcepSearchEntries;
}
const entries = { en: entriesOf('en'), 'zh-CN': entriesOf('zh-CN') };
const search = { en: createSearch(entries.en), 'zh-CN': createSearch(entries['zh-CN']) };

const tag = (name: string) => `#tag/${name}`;
const operation = (group: string, id: string) => `#tag/${group}/operation/${id}`;

test.each([
  ['en', 'whitelist', operation('Endpoints', 'createEndpoint')],
  ['en', 'Whitelists', tag('Whitelists')],
  ['en', 'port_id', operation('Endpoint-services', 'createEndpointService')],
  ['en', '3044', 'errors/#EndPoint.3044'],
  ['en', 'EndPoint.3044', 'errors/#EndPoint.3044'],
  ['en', 'endpoint.3044', 'errors/#EndPoint.3044'],
  ['en', 'APIGW.0308', 'errors/#APIGW.0308'],
  ['en', 'APIG.0308', 'errors/#APIGW.0308'],
  ['en', 'proxy_vni', operation('Endpoint-services', 'createEndpointService')],
  ['en', 'upgrade endpoint service', operation('Endpoint-services', 'upgradeEndpointService')],
  ['en', 'cvs_gateway', operation('Endpoint-services', 'listEndpointService')],
  ['en', 'vpcep:epservices:create', operation('Endpoint-services', 'createEndpointService')],
  ['en', 'cn-north-4', 'regions/#cn-north-4'],
  ['en', 'later releases', 'later/'],
  ['en', 'create endpoint service', operation('Endpoint-services', 'createEndpointService')],
  ['en', 'createEndpointService', operation('Endpoint-services', 'createEndpointService')],
  ['en', 'accept connection', operation('Connections', 'acceptOrRejectEndpoint')],
  ['en', 'quottas', operation('Quotas', 'listQuotaDetails')],
  ['en', 'waitForEndpoint', 'guides/publish/#create-it-and-wait'],
  ['en', '白名单', tag('Whitelists')],
  ['zh-CN', '白名单', tag('Whitelists')],
  ['zh-CN', '终端节点', tag('Endpoints')],
  ['zh-CN', '节点服务', tag('Endpoint-services')],
  ['zh-CN', '连接', tag('Connections')],
  ['zh-CN', '配额', tag('Quotas')],
  ['zh-CN', '标签', tag('Tags')],
  ['zh-CN', '审批', tag('Connections')],
  ['zh-CN', '接受', operation('Connections', 'acceptOrRejectEndpoint')],
  ['zh-CN', '创建endpoint', operation('Endpoints', 'createEndpoint')],
  ['zh-CN', 'port_id', operation('Endpoint-services', 'createEndpointService')],
  ['zh-CN', 'ｐｏｒｔ＿ｉｄ', operation('Endpoint-services', 'createEndpointService')],
  ['zh-CN', 'whitelist', operation('Endpoints', 'createEndpoint')],
  ['zh-CN', '北京四', 'regions/#cn-north-4'],
  ['zh-CN', '后续版本', 'later/'],
  ['zh-CN', '3044', 'errors/#EndPoint.3044'],
  ['zh-CN', '访问密钥', 'guides/authenticate/#with-an-access-key'],
] as const)('in %s, "%s" leads to %s first', (language, query, address) => {
  expect(search[language](query)[0]?.entry.address).toBe(address);
});

describe.each(languages)('in %s', (language) => {
  const document = JSON.parse(read(`${folderOf(language)}openapi.json`)) as object;

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
    const ids = new Map<string, Set<string>>();
    const broken = entries[language].filter(({ address }) => {
      const [path = '', anchor] = address.split('#');
      const file = `${folderOf(language)}${path}index.html`;
      const known = ids.get(file) ?? new Set([...read(file).matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id));
      ids.set(file, known);
      return anchor !== undefined && !known.has(anchor);
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
