import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flatten, type FlattenedDocument } from './flatten.js';
import { redocly } from '../tools/redocly.js';

/** Bundles the tree of files into one self-contained document, and returns the text of `openapi.json`. */
export async function bundledDocument(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vpcep-bundle-'));
  try {
    const file = join(folder, 'openapi.json');
    redocly(['bundle', 'openapi.yaml', '--output', file]);
    const bundled = JSON.parse(await readFile(file, 'utf8')) as FlattenedDocument;
    return textOf(flatten(bundled));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A bundled document as it is kept in a file. */
export const textOf = (document: object): string => `${JSON.stringify(document, undefined, 2)}\n`;
