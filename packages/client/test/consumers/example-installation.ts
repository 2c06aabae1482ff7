import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { demoCredentials, type Mock } from '@vpcep/mock';
import { packageFolder } from '@vpcep/testing';
import { installProjects } from './installation.js';

interface Manifest {
  version?: string;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const manifestIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
const source = fileURLToPath(new URL('../../examples/', import.meta.url));

/** Where this repository has what each example needs besides what is packed, by the names that it is imported by. */
const linked = Object.fromEntries(
  readdirSync(source, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name: example }) => {
      const { dependencies, devDependencies } = manifestIn(join(source, example));
      const names = Object.keys({ ...dependencies, ...devDependencies }).filter(
        (name) => !name.startsWith('@vpcep/') && name !== '@types/node',
      );
      const folders = names.map((name) => [name, packageFolder(name === 'jest' ? 'jest-30' : name)]);
      return [example, Object.fromEntries(folders) as Record<string, string>];
    }),
);

/** The versions that each example names, and those that it is tried with. */
export const versions = Object.entries(linked).map(([example, folders]) => {
  const { dependencies, devDependencies } = manifestIn(join(source, example));
  const named = { ...dependencies, ...devDependencies };
  return {
    example,
    named: Object.fromEntries(Object.keys(folders).map((name) => [name, named[name]])),
    tried: Object.fromEntries(Object.entries(folders).map(([name, folder]) => [name, manifestIn(folder).version])),
  };
});

export const project = '6e9dfd51d1124e8d8498dce894923a0d';
const [accessKey] = demoCredentials.accessKeys;

/** A running program. */
export interface Program {
  child: ChildProcessByStdio<null, Readable, Readable>;
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** The examples, as somebody has them who copied them and installed what they need. */
export interface Examples {
  /** Path of something in the folder where they are. */
  at(...path: string[]): string;
  /** Runs a compiler on the projects of a folder, and returns what it complains about. */
  tsc(...args: string[]): Promise<string>;
  /** Starts one beside a mock, as its package.json says, with more arguments and variables of the environment. */
  start(mock: Mock, example: string, args?: string[], env?: Record<string, string>): Program;
  remove(): void;
}

export async function installExamples(): Promise<Examples> {
  const installation = await installProjects('examples', linked);
  const { folder } = installation;
  const at = (...path: string[]) => join(folder, ...path);
  return {
    at,
    remove: () => {
      installation.remove();
    },
    async tsc(...args) {
      const command = [join(packageFolder('typescript'), 'bin/tsc'), ...args];
      const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: folder }).catch(
        (error: unknown) => error as { stdout: string },
      );
      return stdout;
    },
    start(mock, example, args = [], env = {}) {
      const [, ...given] = manifestIn(at(example)).scripts['start']?.split(' ') ?? [];
      const child = spawn(process.execPath, [...given, ...args], {
        cwd: at(example),
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          HW_REGION_NAME: 'cn-north-4',
          HW_PROJECT_ID: project,
          HW_ACCESS_KEY: accessKey.accessKeyId,
          HW_SECRET_KEY: accessKey.secretAccessKey,
          VPCEP_BASE_URL: mock.url,
          ...env,
        },
      });
      const ended = Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]).then(
        ([[code], stdout, stderr]) => ({ code: code as number | null, stdout, stderr }),
      );
      return { child, ended };
    },
  };
}

/** Waits until a program has printed something. */
export async function printed({ child, ended }: Program, what: RegExp): Promise<void> {
  let text = '';
  const found = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (what.test(text)) resolve();
    });
  });
  const over = ended.then(({ stdout, stderr }) => {
    if (!what.test(stdout)) throw new Error(`it never printed ${what}, only ${stdout}${stderr}`);
  });
  await Promise.race([found, over]);
}
