import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundleSize } from '../bench/bundle-size.js';

/** The most that each subpath may weigh, in bytes, minified and gzipped, with all that it imports. */
const budgets: Record<string, number> = {
  '.': 12_250,
  './checks': 15_600,
  './error-catalogue': 12_500,
  './node': 3_500,
};
/** Subpaths for Node alone. */
const forNode = ['./node'];

test('every subpath has a budget', () => {
  const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    exports: Record<string, unknown>;
  };
  const subpaths = Object.keys(exports).filter((subpath) => subpath !== './package.json');
  expect(Object.keys(budgets).sort()).toEqual(subpaths.sort());
});

test.each(Object.entries(budgets))('%s weighs at most %i bytes', async (subpath, budget) => {
  const { gzipped, external, warnings } = await bundleSize(`export * from '@vpcep/client${subpath.slice(1)}'`);
  expect(gzipped).toBeLessThanOrEqual(budget);
  expect(warnings).toEqual([]);
  if (!forNode.includes(subpath)) expect(external).toEqual([]);
});

test('what is not used is left out', async () => {
  const { minified } = await bundleSize("export { regionBaseUrls } from '@vpcep/client'");
  const { minified: whole } = await bundleSize("export * from '@vpcep/client'");
  expect(minified).toBeLessThan(whole / 3);
});

test.each([
  ['createVpcepClient', 11_800],
  ['createVpcepCore', 6_150],
  ['createVpcepCore, paginate, waitForEndpointService', 7_850],
])('%s alone weigh at most %i bytes', async (names, budget) => {
  const { gzipped } = await bundleSize(`export { ${names} } from '@vpcep/client'`);
  expect(gzipped).toBeLessThanOrEqual(budget);
});
