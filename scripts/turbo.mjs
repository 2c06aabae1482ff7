// Runs turbo with its telemetry off, which only an environment variable can do.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const { status } = spawnSync(
  process.execPath,
  [createRequire(import.meta.url).resolve('turbo/bin/turbo'), ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' } },
);
process.exitCode = status ?? 1;
