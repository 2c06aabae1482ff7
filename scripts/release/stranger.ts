import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { versionsIn } from './changelogs.js';
import { type RunningMock, startMockByNpx } from './mock-by-npx.js';
import type { NpmUser } from './npm-user.js';
import { readManifest } from './published-packages.js';
import { runScript } from './run-process.js';

const packages = ['@vpcep/client', '@vpcep/mock', '@vpcep/types', '@vpcep/openapi', '@vpcep/drift'];
const require = createRequire(import.meta.url);

/** Where the samples of the pages expect the mock. */
const mockAddress = 'http://127.0.0.1:4010';

/** What somebody has seen who installed the packages and used them. */
export interface Experience {
  /** The one version of all packages. */
  version: string;
  /** The one document of all packages. */
  documentHash: string;
  /** What the sample printed. */
  printed: string;
}

/** Somebody with an empty project, who knows nothing but the registry and the root README. */
export interface Stranger {
  install(): Promise<string>;
  update(): Promise<string>;
  use(): Promise<Experience>;
}

/**
 * @param folder a folder that is not there yet.
 * @param readme the text of the README.
 * @param whileRunning told of the mock, so that it can be stopped whatever happens.
 */
export function createStranger(
  folder: string,
  user: NpmUser,
  readme: string,
  whileRunning: (mock: RunningMock) => void,
): Stranger {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "name": "stranger", "private": true, "type": "module" }\n');
  const sample = sampleOf(readme);

  /** Runs npm, which has to be content. */
  async function npm(...args: string[]): Promise<string> {
    const { stdout, stderr } = await user.npm(args, folder);
    if (stderr !== '') throw new Error(`npm ${args.join(' ')} warns:\n${stderr}`);
    return stdout.trim();
  }

  async function runSample(url: string): Promise<string> {
    writeFileSync(join(folder, 'sample.js'), sample.replaceAll(mockAddress, url));
    const { stdout, stderr } = await runScript(['sample.js'], { cwd: folder, env: user.env });
    if (stderr !== '' || !/^\S+ \S+\n$/.test(stdout)) throw new Error(`the README's sample says:\n${stdout}${stderr}`);
    return stdout.trim();
  }

  async function compileSample(): Promise<void> {
    writeFileSync(join(folder, 'sample.ts'), sample);
    const options = ['--strict', '--noEmit', '--target', 'ES2022', '--module', 'NodeNext', '--lib', 'ES2022,DOM'];
    await runScript([require.resolve('typescript/bin/tsc'), ...options, 'sample.ts'], {
      cwd: folder,
      env: user.env,
    });
  }

  async function documentHash(): Promise<string> {
    const lines = packages.map((name, index) => `import { documentHash as hash${index} } from '${name}';`);
    const hashes = packages.map((_, index) => `hash${index}`).join(', ');
    writeFileSync(join(folder, 'hashes.js'), `${lines.join('\n')}\nconsole.log(JSON.stringify([${hashes}]));\n`);
    const { stdout } = await runScript(['hashes.js'], { cwd: folder, env: user.env });
    return only('documents', JSON.parse(stdout) as string[]);
  }

  function version(): string {
    const versions = packages.map((name) => {
      const place = join(folder, 'node_modules', name);
      const { version: installed } = readManifest(place);
      const changelog = join(place, 'CHANGELOG.md');
      if (!existsSync(changelog) || versionsIn(changelog)[0] !== installed) {
        throw new Error(`${name} ${installed} has no changelog that begins with that version`);
      }
      return installed;
    });
    return only('versions', versions);
  }

  return {
    install: () => npm('install', ...packages),
    async update() {
      const stdout = await npm('install', ...packages.map((name) => `${name}@latest`));
      // It fails where anything newer is known.
      await npm('outdated');
      return stdout;
    },
    async use() {
      const mock = await startMockByNpx(folder, user.env);
      whileRunning(mock);
      try {
        const printed = await runSample(mock.url);
        await compileSample();
        return { version: version(), documentHash: await documentHash(), printed };
      } finally {
        mock.stop();
      }
    },
  };
}

/** The first sample in TypeScript. */
function sampleOf(readme: string): string {
  const [, sample] = /^```ts\n([^]*?)^```/m.exec(readme) ?? [];
  if (sample?.includes(mockAddress) !== true) throw new Error('the README has no sample that calls the mock');
  return sample;
}

function only(what: string, values: string[]): string {
  const [value, ...others] = new Set(values);
  if (value === undefined || others.length > 0)
    throw new Error(`the packages have several ${what}: ${values.join(', ')}`);
  return value;
}
