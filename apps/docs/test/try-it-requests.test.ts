import { describe, expect, test } from 'vitest';
import { readMockServerAddress } from '../src/try-it/mock-server-address.js';
import { requestUrl } from '../src/try-it/request-url.js';
import type { TryItOperation } from '../src/try-it/try-it-operation.js';

const operation: TryItOperation = {
  operationId: 'listThings',
  title: 'List things',
  method: 'GET',
  path: '/v1/{project_id}/things/{thing_id}',
  pathParameters: [],
  queryParameters: [],
  headers: {},
  passedOn: [],
  usual: [],
};

test('values are escaped, and a query parameter without one is left out', () => {
  const values = { path: { project_id: 'a b', thing_id: '?/#ü' }, query: { name: 'x&y=z', limit: '', id: '中' } };
  expect(requestUrl('http://127.0.0.1:4010', operation, values)).toBe(
    'http://127.0.0.1:4010/v1/a%20b/things/%3F%2F%23%C3%BC?name=x%26y%3Dz&id=%E4%B8%AD',
  );
  expect(requestUrl('', operation, { path: { project_id: 'p', thing_id: 't' }, query: { name: '' } })).toBe(
    '/v1/p/things/t',
  );
});

describe('the address of a mock', () => {
  const own = 'https://docs.example';

  test.each([
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    [' http://localhost:4010/ ', 'http://localhost:4010'],
    ['127.0.0.1:5000', 'http://127.0.0.1:5000'],
    ['localhost', 'http://localhost'],
    ['http://127.0.0.1:4010/behind/a/proxy/', 'http://127.0.0.1:4010/behind/a/proxy'],
    ['https://docs.example/mock', 'https://docs.example/mock'],
  ])('%s is allowed', (text, address) => {
    expect(readMockServerAddress(text, own)).toEqual({ address });
  });

  test.each([
    ['https://vpcep.cn-north-4.myhuaweicloud.com', 'cloud'],
    ['https://VPCEP.eu-west-101.MyHuaweiCloud.eu/v1', 'cloud'],
    ['vpcep.cn-north-4.myhuaweicloud.com', 'cloud'],
    ['https://mock.example', 'elsewhere'],
    ['http://docs.example', 'elsewhere'],
    ['http://192.168.0.7:4010', 'elsewhere'],
    ['http://127.0.0.1.example', 'elsewhere'],
    ['http://127.0.0.1@mock.example', 'malformed'],
    ['http://me:secret@127.0.0.1:4010', 'malformed'],
    ['http://127.0.0.1:4010/?x', 'malformed'],
    ['ftp://127.0.0.1', 'malformed'],
    ['http://', 'malformed'],
    ['', 'malformed'],
  ])('%s is refused as %s', (text, refusal) => {
    expect(readMockServerAddress(text, own)).toEqual({ refusal });
  });
});
