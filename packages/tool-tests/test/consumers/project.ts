import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { packageFolder } from '@vpcep/testing';
import { fileOf, type Form } from './forms.js';

/** The guide that tells readers what to type. */
const guide = readFileSync(new URL('../../../../apps/docs/guides/en/tools.md', import.meta.url), 'utf8');

/** Projects lie here, so that what is generated finds what the tools have installed with them. */
const folders = fileURLToPath(new URL('../../generated/', import.meta.url));

/** The folder of somebody who has downloaded a form. */
export interface Project {
  folder: string;
  /** Runs a script of Node in the folder. */
  run(script: string, args: string[]): Promise<unknown>;
  /** Runs what the guide says to type for a tool. */
  typeCommandOf(tool: string): Promise<void>;
  /** Compiles what was generated, as strictly as TypeScript does by default. */
  compile(...files: string[]): Promise<void>;
  remove(): void;
}

export function makeProject(form: Form): Project {
  mkdirSync(folders, { recursive: true });
  const folder = mkdtempSync(join(folders, `${form}-`));
  copyFileSync(fileOf(form), join(folder, 'openapi-plain.json'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "project", "private": true, "type": "module" }');
  const compilerOptions = { strict: true, target: 'ES2022', module: 'ESNext', moduleResolution: 'Bundler' };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  const run = (script: string, args: string[]) =>
    promisify(execFile)(process.execPath, [script, ...args], { cwd: folder });
  return {
    folder,
    run,
    async typeCommandOf(tool) {
      const [, args = ''] = new RegExp(`^npx ${tool} (.*)$`, 'm').exec(guide) ?? [];
      if (args === '') throw new Error(`the guide has no command of ${tool}`);
      await run(binOf(tool), args.split(' '));
    },
    async compile(...files) {
      const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'ES2022', '--module', 'ESNext'];
      const resolution = [
        '--moduleResolution',
        'Bundler',
        '--allowImportingTsExtensions',
        '--lib',
        'ES2022,DOM,DOM.Iterable',
      ];
      const compiler = join(packageFolder('typescript'), 'bin/tsc');
      await run(compiler, [...options, ...resolution, '--types', 'node', ...files]).catch((error: unknown) => {
        // The compiler says on its standard output what is wrong.
        throw new Error(error instanceof Error && 'stdout' in error ? String(error.stdout) : '', { cause: error });
      });
    },
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The only command of a package. */
function binOf(name: string): string {
  const folder = packageFolder(name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const script = typeof bin === 'string' ? bin : Object.values(bin)[0];
  if (script === undefined) throw new Error(`${name} has no command`);
  return join(folder, script);
}
