import { createVpcepClient } from '@vpcep/client';
import { documents } from '@vpcep/openapi/documents';
import { operationsOf } from '@vpcep/openapi/reader';
import { describe, expect, test } from 'vitest';
import { guideNames, readGuide } from '../src/guides/guides.js';
import { languages } from '../src/site/languages.js';
import { htmlOf } from './dist.js';

const folderOf = { en: '', 'zh-CN': 'zh-CN/' };
const operations = operationsOf(documents.en);
const textOf = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
const articleOf = (page: string) => htmlOf(page).querySelector('article');

describe.each(languages)('the guides in %s', (language) => {
  const guides = `${folderOf[language]}guides/`;

  test('are listed with a line each that says what it is about, as do their descriptions', () => {
    const entries = [...htmlOf(guides).querySelectorAll('.guides > li')];
    expect(entries).toHaveLength(guideNames.length);
    for (const [index, name] of guideNames.entries()) {
      const line = textOf(entries[index]?.querySelector('p'));
      const page = htmlOf(`${guides}${name}/`);
      expect(line).toMatch(/.{20,}[.。]$/);
      expect(page.querySelector('meta[name=description]')?.getAttribute('content')).toBe(line);
      expect(textOf(page.querySelector('article p'))).toContain(line);
      expect(textOf(page.querySelector('article'))).not.toContain('<!--');
    }
  });

  test('name no action that the document does not have', () => {
    const known = operations.flatMap(({ operation }) => {
      const { name, aliases = [] } = operation['x-iam-action'] ?? {};
      return name === undefined ? [] : [name, ...aliases];
    });
    const named = guideNames.flatMap((name) => readGuide(name, language).match(/vpcep:\w*:\w+/g) ?? []);
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((action) => !known.includes(action))).toEqual([]);
  });

  test('every call stands in the table of permissions, with what its policy must allow', () => {
    const rows = [
      ...(articleOf(`${guides}permissions/`)?.querySelectorAll('table')[0]?.querySelectorAll('tbody tr') ?? []),
    ];
    expect(rows.map((row) => row.querySelector('a')?.getAttribute('href'))).toEqual(
      operations.map(({ operationId }) => `../../operations/${operationId}/`),
    );
    for (const [index, { operation }] of operations.entries()) {
      const { name, aliases = [] } = operation['x-iam-action'] ?? {};
      const codes = [...(rows[index]?.querySelectorAll('code') ?? [])].map(textOf);
      expect(codes).toEqual(name === undefined ? [] : [name, ...aliases]);
    }
  });

  test('the table of lists has each call with limit and offset, and its limits', () => {
    const rows = [...(articleOf(`${guides}paging/`)?.querySelectorAll('tbody tr') ?? [])];
    expect(rows.map((row) => row.querySelector('a')?.getAttribute('href')?.split('/').at(-2))).toEqual([
      'listEndpointService',
      'listServicePublicDetails',
      'listServiceConnections',
      'listServicePermissionsDetails',
      'listEndpoints',
      'listResourceInstances',
    ]);
    expect([...(rows[3]?.querySelectorAll('code') ?? [])].map(textOf)).toEqual(['10', '500']);
  });

  test('the times of the client are those of its types', () => {
    const values = [...(articleOf(`${guides}retries/`)?.querySelectorAll('tr') ?? [])].map((row) =>
      [...row.querySelectorAll('td code')].map(textOf),
    );
    expect(values).toEqual(
      expect.arrayContaining([
        ['minDelay', '2s'],
        ['timeout', '30s'],
        ['maxRetries', '2'],
      ]),
    );
  });
});

test('the calls that are said to do something twice are those that the client does not repeat', async () => {
  const listed = [...(articleOf('guides/retries/')?.querySelectorAll('ul a') ?? [])].map((link) =>
    link.getAttribute('href')?.split('/').at(-2),
  );
  const path = {
    vpc_endpoint_service_id: 'a',
    vpc_endpoint_id: 'a',
    permission_id: 'a',
    version: 'v1',
    resource_type: 'endpoint',
    resource_id: 'a',
  };
  const repeated = await Promise.all(
    operations.map(async ({ operationId, parameters, requestBody }) => {
      let attempts = 0;
      const fetch = () => {
        attempts++;
        return Promise.resolve(new Response('{"error_code":"EndPoint.0001","error_msg":""}', { status: 500 }));
      };
      const vpcep = createVpcepClient({
        region: 'cn-north-4',
        projectId: 'p',
        credentials: { token: 't' },
        fetch,
        maxRetries: 1,
        maxRetryDelay: 1,
      });
      const needed = parameters.filter((parameter) => parameter.in === 'path' && parameter.name !== 'project_id');
      const methods = vpcep as unknown as Record<string, (args: object) => Promise<unknown>>;
      const args = {
        ...(needed.length > 0 && {
          path: Object.fromEntries(Object.entries(path).filter(([name]) => needed.some((one) => one.name === name))),
        }),
        ...(requestBody !== undefined && { body: {} }),
      };
      await expect(methods[operationId]?.(args)).rejects.toMatchObject({ status: 500 });
      return attempts === 2;
    }),
  );
  expect(operations.filter((_, index) => !repeated[index]).map(({ operationId }) => operationId)).toEqual(listed);
});
