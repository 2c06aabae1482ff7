import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bundleSize } from '../bench/bundle-size.js';
import { installedSize } from '../bench/installed-size.js';
import { checkingCosts } from '../bench/type-checking.js';

/** The most that each subpath may weigh, in bytes, minified and gzipped, with all that it imports. */
const budgets: Record<string, number> = {
  // 2,900 of them are openapi-fetch, for `http`.
  '.': 17_050,
  // Fields and calls of later releases are 2,100 of them, the second state of the API 450.
  './checks': 14_650,
  // 3,650 of them are its own beside a whole client; 350 refuse what can never be ensured, with the kinds of all fields.
  './ensure': 7_250,
  // Most of it is what to do about each code, with the rule itself, in two languages: 5,000 of them say the rules.
  './error-catalogue': 14_200,
  // 300 of them, as of those of `./node`, refuse what is no options, by what a client has, too.
  './har': 1_710,
  './node': 1_760,
  './otel': 1_500,
  // The catalogue is in it, and the waiters, `paginate` and openapi-fetch for stubs.
  './testing': 21_900,
  // Types alone; the rest is what gzip writes of nothing.
  './zh-CN': 50,
};
/** Subpaths that leave something to Node, or to what the application has. */
const external: Record<string, RegExp> = { './node': /^node:/, './otel': /^@opentelemetry\/api$/ };

test('every subpath has a budget', () => {
  const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    exports: Record<string, unknown>;
  };
  const subpaths = Object.keys(exports).filter((subpath) => subpath !== './package.json');
  expect(Object.keys(budgets).sort()).toEqual(subpaths.sort());
});

test.each(Object.entries(budgets))('%s weighs at most %i bytes', async (subpath, budget) => {
  const { gzipped, external: left, warnings } = await bundleSize(`export * from '@vpcep/client${subpath.slice(1)}'`);
  expect(gzipped).toBeLessThanOrEqual(budget);
  expect(warnings).toEqual([]);
  expect(left.filter((name) => !external[subpath]?.test(name))).toEqual([]);
});

/** All of them. */
const waiters =
  'waitForEndpointService, waitForEndpointServiceGone, waitForEndpoint, waitForEndpointGone, waitForConnection';

test('what is not used is left out', async () => {
  const { minified } = await bundleSize("export { regionBaseUrls } from '@vpcep/client'");
  const { minified: whole } = await bundleSize("export * from '@vpcep/client'");
  expect(minified).toBeLessThan(whole / 3);
});

test.each([
  // More than the 12,000 aimed at: 2,900 are openapi-fetch, 850 say why no answer of the API came, 700 are paging, 350 the
  // pace of calls; 60 are for hooks of a class, and for base URLs that lead elsewhere.
  ['createVpcepClient', 15_250],
  // More than the 5,000 aimed at: 950 are an attempt, its events and what its errors tell; the table of
  // operations is 550, the classes of errors are 600.
  ['createVpcepCore', 5_800],
  // More than the 8,000 aimed at, for what the core is above its own aim; SHA-256 is 950 of them.
  [`createVpcepCore, accessKeySigning, ${waiters}`, 8_950],
  ['isVpcepError', 950],
  // 280 of them refuse what is no logger, by what a client has, too.
  ['logHooks', 620],
  ['combineHooks', 250],
])('%s alone weigh at most %i bytes', async (names, budget) => {
  const { gzipped } = await bundleSize(`export { ${names} } from '@vpcep/client'`);
  expect(gzipped).toBeLessThanOrEqual(budget);
});

test('tokens for a password add at most 1,470 bytes to the smallest client', async () => {
  const { gzipped: without } = await bundleSize("export { createVpcepCore } from '@vpcep/client'");
  const { gzipped } = await bundleSize("export { createVpcepCore, passwordCredentials } from '@vpcep/client'");
  expect(gzipped - without).toBeLessThanOrEqual(1_470);
});

test('it takes up little of the disk, with all that it needs', () => {
  // 400,000 of them are the same in CommonJS, for tools such as Jest that load nothing else; 310,000 are the types once more,
  // with Chinese texts, which only compilers and editors read; 120,000 are ensure, testing and otel.
  // 70,000 of them lead from the fields of requests to the reference.
  expect(installedSize('@vpcep/client')).toBeLessThanOrEqual(2_300_000);
});

test('calling its methods gives the compiler little to work out', () => {
  const [cost] = checkingCosts(['client/five-methods.ts'], 1);
  expect(cost?.instantiations).toBeLessThanOrEqual(120);
});
