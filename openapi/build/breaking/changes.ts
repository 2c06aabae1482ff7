import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '../../src/reader.js';
import { contractChanges } from './contract-changes.js';
import type { Change } from './change.js';
import { overlooked } from './overlooked.js';
import { redocly } from '../tools/redocly.js';

/** A change that is worth a word, and where it stands. */
export interface JudgedChange {
  place: string;
  message: string;
  /** Whether it breaks callers. */
  breaks: boolean;
}

/**
 * Every change from one document to another that breaks callers; and those that do not, where they are about rules and
 * codes. Both are absolute paths of files.
 */
export function judgedChanges(released: string, present: string): JudgedChange[] {
  const ofShape = changesOfShape(released, present).flatMap((change) => {
    const messages = change.verdicts.filter(({ impact }) => impact === 'major').map(({ message }) => message);
    const own = messages.length === 0 ? overlooked(change) : undefined;
    if (own !== undefined) messages.push(own);
    return messages.map((message) => ({ pointer: change.path, message, breaks: true }));
  });
  return [...ofShape, ...contractChanges(read(released), read(present))].map(({ pointer, message, breaks }) => ({
    place: pointer.replaceAll('~1', '/'),
    message,
    breaks,
  }));
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Document;

function changesOfShape(released: string, present: string): Change[] {
  const folder = mkdtempSync(join(tmpdir(), 'vpcep-changes-'));
  try {
    // The report goes to a file, because the CLI prints its own remarks beside it.
    const report = join(folder, 'report.json');
    redocly(['diff', released, present, '--fail-on', 'none', '--format', 'json', '--output', report]);
    return (JSON.parse(readFileSync(report, 'utf8')) as { changes: Change[] }).changes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
