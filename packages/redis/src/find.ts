import { accessSync, constants } from 'node:fs';
import { posix, win32 } from 'node:path';

/** Where the server is looked for. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly isExecutable: (file: string) => boolean;
}

const commands = ['redis-server', 'valkey-server'];
/** Homebrew's on Apple silicon and on Intel. A program that is started from the Dock does not have them on its path. */
const foldersOfHomebrew = ['/opt/homebrew/bin', '/usr/local/bin'];
/** Redis itself is not made for Windows; Memurai is the same there. */
const programs = [...commands, 'memurai'].map((name) => `${name}.exe`);

/** Path of the server: `REDIS_SERVER_PATH`, or the first one where the system installs them; undefined when there is none. */
export function findRedis({ platform, env, isExecutable }: Surroundings = here): string | undefined {
  const { REDIS_SERVER_PATH: chosen } = env;
  const candidates = platform === 'win32' ? onWindows(env) : onPosix(platform, env);
  return [...(chosen === undefined ? [] : [chosen]), ...candidates].find(isExecutable);
}

function onPosix(platform: NodeJS.Platform, { PATH: path = '' }: NodeJS.ProcessEnv): string[] {
  const folders = [...path.split(posix.delimiter), ...(platform === 'darwin' ? foldersOfHomebrew : [])];
  return folders
    .filter((folder) => folder !== '')
    .flatMap((folder) => commands.map((name) => posix.join(folder, name)));
}

function onWindows({ Path, PATH: path = Path ?? '', ProgramFiles: everybody }: NodeJS.ProcessEnv): string[] {
  const installed = everybody === undefined ? [] : [win32.join(everybody, 'Memurai')];
  return [...path.split(win32.delimiter), ...installed]
    .filter((folder) => folder !== '')
    .flatMap((folder) => programs.map((program) => win32.join(folder, program)));
}

const here: Surroundings = {
  platform: process.platform,
  env: process.env,
  isExecutable: (file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
};
