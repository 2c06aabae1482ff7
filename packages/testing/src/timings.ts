import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How long a test file took, hooks and tests, and each of its slow hooks. Durations are in milliseconds. */
export interface FileTiming {
  file: string;
  duration: number;
  hooks: { name: string; duration: number }[];
}

/** The folder in each workspace where its test tasks leave their timings, one file a task. */
export const timingsFolder = '.timings';

/** Keeps the timings of the present test task of the workspace in the present folder, for `npm run test:slowest`. */
export function writeTimings(timings: FileTiming[]): void {
  // npm says which script runs.
  const task = process.env['npm_lifecycle_event'] ?? 'test';
  const folder = timingsFolder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${task.replaceAll(':', '-')}.json`), JSON.stringify(timings, null, 1));
}
