import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How long a test file took, hooks and tests, and each of its hooks. Durations are in milliseconds. */
export interface FileTiming {
  file: string;
  duration: number;
  hooks: { name: string; duration: number }[];
}

/** The folder in each workspace where its test tasks leave their timings, one file a task. */
const timingsFolder = '.timings';

/** Keeps the timings of the present test task of the workspace in the present folder, for `npm run test:slowest`. */
export function writeTimings(timings: FileTiming[]): void {
  // npm says which script runs. Whoever runs one file by npx is not measuring.
  const task = process.env['npm_lifecycle_event'] ?? '';
  if (!task.startsWith('test')) return;
  mkdirSync(timingsFolder, { recursive: true });
  writeFileSync(join(timingsFolder, `${task.replaceAll(':', '-')}.json`), JSON.stringify(timings, null, 1));
}

/** What the test tasks of a workspace took when each was last run. */
export function readTimings(workspace: string): FileTiming[] {
  const folder = join(workspace, timingsFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as FileTiming[]);
}
