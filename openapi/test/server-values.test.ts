import { expect, test } from 'vitest';
import { withServerValues } from '../build/bundle/server-values.js';
import type { Server } from '../src/reader.js';
import { bundle } from './document.js';

const names = { 'cn-north-4': { en: 'CN North-Beijing4', 'zh-CN': '华北-北京四' } };
const server = (variable: object): { servers: Server[] } => ({
  servers: [{ url: 'https://vpcep.{region}.example', variables: { region: { default: 'cn-north-4', ...variable } } }],
});

test('each region has a name in every language, which no other region has', () => {
  const variables = (bundle.servers ?? []).flatMap((given) => given.variables?.['region'] ?? []);
  expect(variables.length).toBeGreaterThan(1);
  for (const { enum: values, default: usual, 'x-names': named } of variables) {
    expect(Object.keys(named ?? {})).toEqual(values);
    expect(values).toContain(usual);
  }
  const all = variables.flatMap(({ 'x-names': named = {} }) => Object.values(named));
  for (const language of ['en', 'zh-CN'] as const) {
    expect(new Set(all.map((name) => name[language])).size).toBe(all.length);
  }
});

test('the values of a variable are those that have names, in their order', () => {
  const more = { ...names, 'cn-north-1': { en: 'CN North-Beijing1', 'zh-CN': '华北-北京一' } };
  const [given] = withServerValues(server({ 'x-names': more })).servers;
  expect(given?.variables?.['region']?.enum).toEqual(['cn-north-4', 'cn-north-1']);
});

test('a variable without names keeps its values', () => {
  const [given] = withServerValues(server({ enum: ['cn-north-4'] })).servers;
  expect(given?.variables?.['region']?.enum).toEqual(['cn-north-4']);
});

test('values are not written twice', () => {
  expect(() => withServerValues(server({ enum: ['cn-north-4'], 'x-names': names }))).toThrow(
    'https://vpcep.{region}.example: the variable region has both enum and x-names',
  );
});
