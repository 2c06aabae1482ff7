import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addCommonJs } from '@vpcep/commonjs';
import { afterAll, beforeAll, expect, test } from 'vitest';

const files = {
  'package.json': JSON.stringify({
    type: 'module',
    exports: {
      '.': { types: './dist/index.d.ts' },
      './deep': { types: './dist/deep/entry.d.ts' },
      './package.json': './package.json',
    },
  }),
  'dist/index.js': "export { limit } from './deep/limit.js';\nexport const text = 'from \"./deep/limit.js\"';\n",
  'dist/index.d.ts': "export { limit } from './deep/limit.js';\nexport declare const text: string;\n",
  'dist/deep/limit.js': "import { sep } from 'node:path';\nexport const limit = sep.length;\n",
  'dist/deep/limit.d.ts':
    "import type { Client } from 'openapi-fetch';\nexport declare const limit: number;\nexport type Of<T extends object> = Client<T>;\n",
  'dist/deep/entry.js': "export * from '../index.js';\n",
  'dist/deep/entry.d.ts':
    "export * from '../index.js';\nexport declare const like: typeof import('./limit.js').limit;\n",
};

let folder: string;
const read = (file: string) => readFileSync(join(folder, 'dist', file), 'utf8');
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vpcep-commonjs-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  await addCommonJs(pathToFileURL(`${folder}/`));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('what is required is what is imported, and the modules of both kinds know their own', async () => {
  const expected = { limit: 1, text: 'from "./deep/limit.js"' };
  const required: unknown = createRequire(join(folder, 'main.js'))('./dist/deep/entry.cjs');
  expect(required).toEqual(expected);
  expect({ ...((await import(pathToFileURL(join(folder, 'dist/deep/entry.js')).href)) as object) }).toEqual(expected);
  expect(read('index.js')).toBe(files['dist/index.js']);
});

test('types are declared once, for CommonJS, and those of the ES modules lead there', () => {
  expect(read('index.d.cts')).toBe("export { limit } from './deep/limit.cjs';\nexport declare const text: string;\n");
  expect(read('deep/entry.d.cts')).toContain("typeof import('./limit.cjs').limit");
  expect(read('index.d.ts')).toBe("export * from './index.cjs';\n");
  expect(read('deep/entry.d.ts')).toBe("export * from './entry.cjs';\n");
  expect(existsSync(join(folder, 'dist/deep/limit.d.ts'))).toBe(false);
});

test('types of other packages are those of their ES modules, for both kinds', () => {
  expect(read('deep/limit.d.cts')).toContain(
    "import type { Client } from 'openapi-fetch' with { 'resolution-mode': 'import' };\n",
  );
});
