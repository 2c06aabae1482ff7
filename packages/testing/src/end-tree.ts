import { spawnSync, type ChildProcess } from 'node:child_process';

/**
 * Ends a process that was started with `detached: true`, and all that it has started, as npm and a shell do. Where all of
 * it is gone already, nothing is left to do.
 */
export function endTree({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
    return;
  }
  try {
    // eslint-disable-next-line no-restricted-syntax -- Windows has no groups of processes, and is served above.
    process.kill(-pid, 'SIGTERM');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
