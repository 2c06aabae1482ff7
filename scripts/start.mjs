// Installs what is missing, builds, and serves everything, until it is told to stop. Runs before anything is installed:
// Node alone. The servers are in this process, npm's own child, so that a signal to npm reaches them.
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';

// npm hands a signal on to the shell that runs its script, and the shell ends without telling.
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 500).unref();

/** @param {string} name */
const beside = (name) => fileURLToPath(new URL(name, import.meta.url));

const ready =
  (await run(beside('install.mjs'))) === 0 &&
  (await run(beside('turbo.mjs'), ['run', 'build', '--output-logs=errors-only'])) === 0;
if (ready) {
  const { register } = await import('tsx/esm/api');
  register();
  await import('./serve.ts');
} else {
  process.exitCode = 1;
}
