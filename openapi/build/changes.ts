import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from './change.js';
import { overlooked } from './overlooked.js';
import { redocly } from './redocly.js';

/** A change that breaks callers, and where it stands. */
export interface BreakingChange {
  place: string;
  message: string;
}

/** Every change from one document to another that breaks callers. Both are absolute paths of files. */
export function breakingChanges(released: string, present: string): BreakingChange[] {
  return changes(released, present).flatMap((change) => {
    const messages = change.verdicts.filter(({ impact }) => impact === 'major').map(({ message }) => message);
    const own = messages.length === 0 ? overlooked(change) : undefined;
    if (own !== undefined) messages.push(own);
    return messages.map((message) => ({ place: change.path.replaceAll('~1', '/'), message }));
  });
}

function changes(released: string, present: string): Change[] {
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
