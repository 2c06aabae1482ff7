import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '../../src/document-types.js';
import { type LaterState, laterStates } from '../../src/later-states.js';
import { redocly } from '../tools/redocly.js';
import { overlays } from './files.js';
import { flatten, type FlattenedDocument } from './flatten.js';
import { withServerValues } from './server-values.js';

/** A bundled document in one state of the API. */
export interface BundledDocument {
  /** The later state; undefined for the document by tables 1 to 7. */
  readonly asOf: LaterState | undefined;
  /** The bundle in English, as it is kept in a file. */
  readonly text: string;
}

/** Bundles the tree of files into self-contained documents: that of tables 1 to 7, and then one for each later state. */
export async function bundledDocuments(): Promise<[BundledDocument, ...BundledDocument[]]> {
  const folder = await mkdtemp(join(tmpdir(), 'vpcep-bundle-'));
  const from = join(folder, 'openapi.json');
  const to = join(folder, 'later.json');
  const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));
  try {
    redocly(['bundle', 'openapi.yaml', '--output', from]);
    const text = textOf(flatten(withServerValues((await read(from)) as FlattenedDocument & Pick<Document, 'servers'>)));
    await writeFile(from, text);
    const later: BundledDocument[] = [];
    for (const asOf of laterStates) {
      redocly(['bundle', from, '--overlay', overlays(asOf).en, '--output', to]);
      later.push({ asOf, text: textOf((await read(to)) as object) });
    }
    return [{ asOf: undefined, text }, ...later];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A bundled document as it is kept in a file. */
export const textOf = (document: object): string => `${JSON.stringify(document, undefined, 2)}\n`;

/** What tells one set of documents from another: the SHA-256 of their texts, one after another, in hexadecimal. */
export function hashOf(documents: readonly BundledDocument[]): string {
  const hash = createHash('sha256');
  for (const { text } of documents) hash.update(text);
  return hash.digest('hex');
}
