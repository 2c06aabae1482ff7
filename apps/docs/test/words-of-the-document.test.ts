import { documents } from '@vpcep/openapi/documents';
import { operationsOf, resolve, type Schema } from '@vpcep/openapi/reader';
import { describe, expect, test } from 'vitest';
import { regionsOf } from '../src/regions/regions.js';
import { folderOf, languages } from '../src/site/languages.js';
import { fieldNameOf, htmlOf, operationIn } from './dist.js';

describe.each(languages)('in %s', (language) => {
  const folder = folderOf(language);
  const document = documents[language];
  const operations = operationsOf(document);
  const sectionOf = (operationId: string) => operationIn(language, operationId);
  const codesIn = (element: Element) => [...element.querySelectorAll('code')].map(({ textContent }) => textContent);
  const notesOf = (operationId: string) => [...sectionOf(operationId).querySelectorAll('.notes')];

  test('each call says which action of IAM it needs, and which other names allow it', () => {
    const known = operations.filter(({ operation }) => operation['x-iam-action'] !== undefined);
    expect(known.length).toBeGreaterThan(25);
    for (const { operationId, operation } of known) {
      const { name = '', aliases = [] } = operation['x-iam-action'] ?? {};
      expect(notesOf(operationId).map(codesIn), operationId).toContainEqual([name, ...aliases]);
    }
  });

  test('a call that not all regions have names those that do, and leads to them', () => {
    const local = operations.filter(({ operation }) => operation['x-regions'] !== undefined);
    expect(local).not.toEqual([]);
    const names = new Map(regionsOf(document).map((region) => [region.id, region.names[language]]));
    for (const { operationId, operation } of local) {
      const links = [...sectionOf(operationId).querySelectorAll('.notes a')];
      expect(links.map((link) => [link.getAttribute('href'), link.textContent])).toEqual(
        operation['x-regions']?.map((id) => [`../../regions/#${id}`, names.get(id)]),
      );
    }
  });

  test('each list of values to which others may come stands at its field', () => {
    const { 'x-extensible-enum': types } = document.components.schemas['EndpointServiceType'] ?? {};
    const { items } = document.components.schemas['EndpointService']?.properties?.['supported_editions'] ?? {};
    const shown = notesOf('listServiceDetails').map(codesIn);
    for (const values of [types, items?.['x-extensible-enum']]) expect(shown).toContainEqual(values);
  });

  test('what stands in the place of a field that is left out can be unfolded there', () => {
    const create = operations.find(({ operationId }) => operationId === 'createEndpoint');
    const { properties = {} } = resolve<Schema>(document, create?.requestBody?.json?.schema ?? {});
    const expected = Object.entries(properties).flatMap(([name, { 'x-conditional-default': value }]) =>
      value === undefined ? [] : [[name, value]],
    );
    expect(expected).not.toEqual([]);
    const folded = [...sectionOf('createEndpoint').querySelectorAll('details.notes')].map((details) => [
      fieldNameOf(details),
      JSON.parse(details.querySelector('pre')?.textContent ?? '') as unknown,
    ]);
    expect(folded).toEqual(expected);
  });

  test('each region of the servers has a place of its own, with its ID, name and host', () => {
    const rows = [...htmlOf(`${folder}regions/`).querySelectorAll('tbody tr')];
    const servers = (document.servers ?? []).flatMap(({ url, variables }) =>
      (variables?.['region']?.enum ?? []).map((id) => ({
        id,
        name: variables?.['region']?.['x-names']?.[id]?.[language],
        host: url.replace('https://', '').replace('{region}', id),
      })),
    );
    expect(servers.length).toBeGreaterThan(30);
    const cells = rows.map((row) => [...row.querySelectorAll('td')].slice(0, 3).map(({ textContent }) => textContent));
    expect(rows.map(({ id }) => id)).toEqual(servers.map(({ id }) => id));
    expect(cells).toEqual(servers.map(({ id, name, host }) => [name, id, host]));
  });
});

test('an operation in a region that no server has stops the build, and its place is named', () => {
  const given = structuredClone(documents.en);
  const [described] = operationsOf(given);
  Object.assign(described?.operation ?? {}, { 'x-regions': ['nowhere-1'] });
  expect(() => regionsOf(given)).toThrow(/get\/x-regions: names nowhere-1/);
});
