import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { redocly } from '../build/tools/redocly.js';
import type { Document } from '../src/reader.js';

declare module 'vitest' {
  export interface ProvidedContext {
    dereferenced: Document;
  }
}

/** Has Redocly replace every reference in the bundle, once for all test files. */
export default function dereference({ provide }: TestProject): void {
  const folder = mkdtempSync(join(tmpdir(), 'vpcep-openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    redocly(['bundle', 'dist/openapi.json', '--dereferenced', '--output', file]);
    provide('dereferenced', JSON.parse(readFileSync(file, 'utf8')) as Document);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
