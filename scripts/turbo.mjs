// Runs turbo with its telemetry off, which only an environment variable can do, and tells it what it runs on.
import { createRequire } from 'node:module';
import { run } from './run.mjs';

process.exitCode = await run(createRequire(import.meta.url).resolve('turbo/bin/turbo'), process.argv.slice(2), {
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  TURBO_RUNS_ON: `Node ${process.version} on ${process.platform} ${process.arch}`,
});
