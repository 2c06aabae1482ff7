import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTimings } from '@vpcep/testing';
import { workspaces } from './workspaces.js';

/** Prints the test files and hooks of the whole repository that took longest when each was last run, as Markdown. */
const root = fileURLToPath(new URL('..', import.meta.url));
const shown = { files: 15, hooks: 10 };

const timings = workspaces(root).flatMap((workspace) =>
  readTimings(join(root, workspace)).map((timing) => ({ ...timing, file: join(workspace, timing.file) })),
);
if (timings.length === 0) throw new Error('no test has been run yet: run "npm test"');

interface Row {
  name: string;
  duration: number;
}

function table(heading: string, rows: Row[], most: number): string {
  const slowest = rows.sort((a, b) => b.duration - a.duration).slice(0, most);
  const lines = slowest.map(({ name, duration }) => `| ${name} | ${(duration / 1000).toFixed(1)} |`);
  return [`| ${heading} | seconds |`, '| --- | ---: |', ...lines].join('\n');
}

const files = timings.map(({ file, duration }) => ({ name: `\`${file}\``, duration }));
const hooks = timings.flatMap(({ file, hooks }) =>
  hooks.map(({ name, duration }) => ({ name: `\`${file}\`: ${name}`, duration })),
);
const [{ model } = { model: 'unknown processor' }] = cpus();
const total = timings.reduce((sum, { duration }) => sum + duration, 0) / 1000;
process.stdout.write(`
${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${process.platform}, ${cpus().length} cores (${model});
all ${timings.length} files together ${total.toFixed(0)} s, some of them side by side.

${table('test file', files, shown.files)}

${table('hook', hooks, shown.hooks)}
`);
