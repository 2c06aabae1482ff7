import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { redocly } from '../build/tools/redocly.js';
import type { Document } from '../src/reader.js';

declare module 'vitest' {
  export interface ProvidedContext {
    dereferenced: Document;
    /** As of August 2026. */
    dereferencedLater: Document;
  }
}

/** Has Redocly replace every reference in the bundles, once for all test files. */
export default function dereference({ provide }: TestProject): void {
  const folder = mkdtempSync(join(tmpdir(), 'vpcep-openapi-'));
  try {
    const read = (bundle: string) => {
      const file = join(folder, 'openapi.json');
      redocly(['bundle', bundle, '--dereferenced', '--output', file]);
      return JSON.parse(readFileSync(file, 'utf8')) as Document;
    };
    provide('dereferenced', read('dist/openapi.json'));
    provide('dereferencedLater', read('dist/openapi.2026-08.json'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
