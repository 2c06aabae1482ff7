import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Takes the changesets of a copy of the repository away, whatever waits for the next version today. */
export function dropChangesets(folder: string): void {
  const changesets = join(folder, '.changeset');
  for (const file of readdirSync(changesets)) {
    if (file.endsWith('.md') && file !== 'README.md') rmSync(join(changesets, file));
  }
}
