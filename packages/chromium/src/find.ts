import { accessSync, constants } from 'node:fs';
import { posix, win32 } from 'node:path';

/** Where the browser is looked for. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly isExecutable: (file: string) => boolean;
}

/** The names under which Linux and others install a browser of this kind, and where macOS and Windows install it. */
const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const applications = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const programs = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of the browser: `CHROMIUM_PATH`, or the first one where the system installs them; undefined when there is none. */
export function findChromium({ platform, env, isExecutable }: Surroundings = here): string | undefined {
  const { CHROMIUM_PATH: chosen } = env;
  const candidates = platform === 'win32' ? onWindows(env) : [...onPath(env), ...onMac(platform, env)];
  return [...(chosen === undefined ? [] : [chosen]), ...candidates].find(isExecutable);
}

function onPath({ PATH: path = '' }: NodeJS.ProcessEnv): string[] {
  return path.split(posix.delimiter).flatMap((folder) => commands.map((name) => posix.join(folder, name)));
}

function onMac(platform: NodeJS.Platform, { HOME: home = '' }: NodeJS.ProcessEnv): string[] {
  if (platform !== 'darwin') return [];
  const folders = ['/Applications', posix.join(home, 'Applications')];
  return applications.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
}

/** Programs are installed for everybody, as 64 or 32 bits, or for one user. */
function onWindows({
  ProgramFiles: everybody,
  'ProgramFiles(x86)': everybody32,
  LOCALAPPDATA: user,
}: NodeJS.ProcessEnv): string[] {
  const folders = [everybody, everybody32, user].filter((folder) => folder !== undefined);
  return programs.flatMap((program) => folders.map((folder) => win32.join(folder, program)));
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
