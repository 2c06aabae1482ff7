import { spawn } from 'node:child_process';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program of Node's in the foreground, and hands on the signals by which this process is told to end.
 *
 * @param {string} program the path of its file
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env what is in its environment besides
 * @returns {Promise<number>} its exit code, or 1 where a signal ended it
 */
export function run(program, args = [], env = {}) {
  const child = spawn(process.execPath, [program, ...args], { stdio: 'inherit', env: { ...process.env, ...env } });
  /** @param {NodeJS.Signals} signal */
  const handOn = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, handOn);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      for (const signal of signals) process.off(signal, handOn);
      resolve(code ?? 1);
    });
  });
}
