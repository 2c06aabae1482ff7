import { build, type Platform } from 'esbuild';
import { expect, test } from 'vitest';

/** The modules of this package that hash in a bundle, and what of Node is left to the platform. */
async function hashingIn(conditions: string[], platform: Platform, contents: string) {
  const { metafile } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    format: 'esm',
    platform,
    conditions,
    write: false,
    metafile: true,
  });
  const modules = Object.keys(metafile.inputs).filter((file) => file.includes('sha256'));
  return {
    modules,
    external: Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path)),
  };
}

const imports = "export { accessKeySigning } from '@vpcep/client'";
const requires = "export const { accessKeySigning } = require('@vpcep/client')";

// Bundlers for Node and for workers set several conditions at once.
test.each([
  ['Node', [], 'node'],
  ['Bun', ['bun'], 'node'],
] as const)('for %s the hashes are left to its own crypto', async (_, conditions, platform) => {
  const expected = { modules: ['dist/node/sha256.js'], external: ['node:crypto'] };
  expect(await hashingIn([...conditions], platform, imports)).toEqual(expected);
  expect(await hashingIn(['module', ...conditions], platform, requires)).toEqual(expected);
});

test.each([
  ['browsers', [], 'browser'],
  ['Deno', ['deno', 'node'], 'neutral'],
  ['workerd', ['workerd', 'worker', 'node'], 'neutral'],
  ['workers that are like Node', ['worker'], 'node'],
  ['the edge of Next', ['edge-light', 'worker', 'node'], 'browser'],
  ['platforms that say nothing', [], 'neutral'],
] as const)('for %s nothing of Node is needed', async (_, conditions, platform) => {
  const expected = { modules: ['dist/authentication/sha256.js'], external: [] };
  expect(await hashingIn([...conditions], platform, imports)).toEqual(expected);
  expect(await hashingIn(['module', ...conditions], platform, requires)).toEqual(expected);
});
