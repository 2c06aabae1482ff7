import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addCommonJs } from '@vpcep/commonjs';
import { afterAll, beforeAll, expect, test } from 'vitest';

const files = {
  'package.json': '{ "type": "module" }',
  'index.js': "export { limit } from './deep/limit.js';\nexport const text = 'from \"./deep/limit.js\"';\n",
  'index.d.ts': "export { limit } from './deep/limit.js';\nexport declare const text: string;\n",
  'deep/limit.js': "import { sep } from 'node:path';\nexport const limit = sep.length;\n",
  'deep/limit.d.ts': 'export declare const limit: number;\n',
  'deep/entry.js': "export * from '../index.js';\n",
  'deep/entry.d.ts': "export * from '../index.js';\nexport declare const like: typeof import('./limit.js').limit;\n",
};

let folder: string;
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vpcep-commonjs-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  await addCommonJs(pathToFileURL(`${folder}/`), ['index.d.ts', 'deep/entry.d.ts']);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('what is required is what is imported, and the modules of both kinds know their own', async () => {
  const expected = { limit: 1, text: 'from "./deep/limit.js"' };
  const required: unknown = createRequire(join(folder, 'main.js'))('./deep/entry.cjs');
  expect(required).toEqual(expected);
  expect({ ...((await import(pathToFileURL(join(folder, 'deep/entry.js')).href)) as object) }).toEqual(expected);
  expect(read('index.js')).toBe(files['index.js']);
});

test('types are declared once, for CommonJS, and those of the ES modules lead there', () => {
  expect(read('index.d.cts')).toBe("export { limit } from './deep/limit.cjs';\nexport declare const text: string;\n");
  expect(read('deep/entry.d.cts')).toContain("typeof import('./limit.cjs').limit");
  expect(read('index.d.ts')).toBe("export * from './index.cjs';\n");
  expect(read('deep/entry.d.ts')).toBe("export * from './entry.cjs';\n");
  expect(existsSync(join(folder, 'deep/limit.d.ts'))).toBe(false);
});
