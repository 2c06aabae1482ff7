import { spawnSync } from 'node:child_process';
import { findRedis } from './find.js';

/** Installs Debian's Redis where there is no server yet, or says how to get one. */
const apt = (...args: string[]) =>
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    // The tests start servers of their own: the one of the package is installed, and not started.
    env: { ...process.env, RUNLEVEL: '1', SYSTEMD_OFFLINE: '1' },
  }).status === 0;

const howToGetOne =
  process.platform === 'linux'
    ? 'run "sudo apt-get install redis-server"'
    : process.platform === 'darwin'
      ? 'run "brew install redis"'
      : 'run "choco install memurai-developer"';

if (findRedis() === undefined) {
  if (process.getuid?.() === 0 && apt('--version')) {
    process.stdout.write('Installing Redis for the tests of shared mocks: apt-get install redis-server\n');
    // An index that cannot be renewed may still be good enough; whether it was, the installation shows.
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', 'redis-server');
  }
  if (findRedis() === undefined) {
    process.stderr.write(`The tests of shared mocks need Redis: ${howToGetOne}, or set REDIS_SERVER_PATH.\n`);
    process.exitCode = 1;
  }
}
