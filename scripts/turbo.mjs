// Runs turbo with its telemetry off, which only an environment variable can do, and tells it what it runs on.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const { status } = spawnSync(
  process.execPath,
  [createRequire(import.meta.url).resolve('turbo/bin/turbo'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: '1',
      TURBO_NO_UPDATE_NOTIFIER: '1',
      TURBO_RUNS_ON: `Node ${process.version} on ${process.platform} ${process.arch}`,
    },
  },
);
process.exitCode = status ?? 1;
