import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { withoutUserinfo } from '../log/shown-target.js';
import { link, type ReadFile } from './link.js';
import { describePlace, DocumentProblem, nameOf, type Origins, type Place } from './origins.js';
import { parseText } from './parse-text.js';
import { readDocumentFile } from './read-file.js';
import { readRemote } from './read-remote.js';
import { resolveReference } from './resolve-reference.js';
import { survey } from './survey.js';

/** How many files a document may consist of. */
const maxFiles = 5000;

/** How many of them are read at once. */
const atOnce = 32;

/** How many problems one message lists. One missing file may be referred to from everywhere. */
const maxListed = 3;

/** A document whose references are resolved: what they point to stands in their place, also where it holds itself. */
export interface LinkedDocument {
  readonly root: unknown;
  readonly origins: Origins;
  readonly start: Place;
}

/** What came of reading a document. */
export type ReadDocument = {
  /** The files that it consists of, those included that are broken or missing. */
  readonly files: readonly string[];
  /** SHA-256 of the file, in hexadecimal; of several, that of theirs in the order of their paths. */
  readonly hash: string;
} & ({ readonly document: LinkedDocument } | { readonly problem: string });

const sha256 = (content: Buffer | string) => createHash('sha256').update(content).digest('hex');

/** Some problems in one line, without the names and passwords of URLs. */
export function describeProblems(problems: readonly string[]): string {
  const different = [...new Set(problems)];
  const rest = different.length - maxListed;
  return withoutUserinfo(different.slice(0, maxListed).join('; ')) + (rest > 0 ? `; and ${rest} more` : '');
}

/** Reads a document and everything that it refers to, each once, and puts what is referred to in its place. */
export async function readDocument(path: string, allowRemote: boolean): Promise<ReadDocument> {
  const first = pathToFileURL(resolve(path)).href;
  const contents = new Map<string, Buffer>();
  const files = new Map<string, ReadFile>();
  const origins: Origins = new WeakMap();
  const problems: string[] = [];
  /** What is still to be read, and where it is referred to; the document itself is not. */
  let wanted = new Map<string, Place | undefined>([[first, undefined]]);
  const seen = new Set(wanted.keys());

  /** Reads one file, and adds what it refers to. */
  async function readOne(source: string, from: Place | undefined, found: Map<string, Place>): Promise<void> {
    try {
      const content = source.startsWith('file:')
        ? await readDocumentFile(fileURLToPath(source))
        : await readRemote(source);
      contents.set(source, content);
      const value = parseText(content, nameOf(source));
      const references = survey(value, source, origins).flatMap((reference) => {
        const target = resolveReference(reference.text, source, allowRemote);
        if (typeof target !== 'string') {
          if (!seen.has(target.source)) found.set(target.source, reference.place);
          return [{ ...reference, target }];
        }
        problems.push(`${describePlace(reference.place)} ${target}`);
        return [];
      });
      files.set(source, { content: value, references });
    } catch (error) {
      if (!(error instanceof DocumentProblem)) throw error;
      problems.push(from === undefined ? error.message : `${describePlace(from)}: ${error.message}`);
    }
  }

  while (wanted.size > 0) {
    const found = new Map<string, Place>();
    const batch = [...wanted];
    for (let next = batch.splice(0, atOnce); next.length > 0; next = batch.splice(0, atOnce)) {
      await Promise.all(next.map(([source, from]) => readOne(source, from, found)));
    }
    for (const source of found.keys()) seen.add(source);
    wanted = found;
    if (seen.size > maxFiles) {
      problems.push(`it consists of more than ${maxFiles} files`);
      break;
    }
  }

  const local = [...seen].filter((source) => source.startsWith('file:')).sort();
  const hashes = [...seen].sort().map((source) => sha256(contents.get(source) ?? ''));
  const hash = hashes.length === 1 ? hashes.join('') : sha256(hashes.join('\n'));
  const read = { files: local.map((source) => fileURLToPath(source)), hash };
  if (problems.length > 0) return { ...read, problem: describeProblems(problems.sort()) };
  const root = link(files, first, origins, problems);
  if (problems.length > 0) return { ...read, problem: describeProblems(problems) };
  return { ...read, document: { root, origins, start: { source: first, path: [] } } };
}
