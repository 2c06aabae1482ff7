import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { startMock, type Mock } from '@vpcep/mock';
import { endTree, npmCli, posixShell } from '@vpcep/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../clone.js';

const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)));
const run = promisify(execFile);
const text = (page: string) => readFileSync(join(root, page), 'utf8');

interface Block {
  page: string;
  code: string;
}

/** The blocks of code in one language, each with the page that it stands on. */
function blocks(language: string): Block[] {
  const fence = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm');
  return pages.flatMap((page) => [...text(page).matchAll(fence)].map(([, code = '']) => ({ page, code })));
}

let folder: string;
let mock: Mock;
beforeAll(async () => {
  // Beside the packages, so that the samples find them as a user's project would.
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  folder = mkdtempSync(join(root, 'node_modules/.cache/readme-'));
  mock = await startMock({ port: 0 });
});
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('TypeScript samples', () => {
  const samples = blocks('ts').map((block, index) => ({ ...block, name: `sample-${index}` }));

  test('are found', () => {
    expect(samples.length).toBeGreaterThan(4);
  });

  test('compile in strict mode, and run against the mock', async () => {
    for (const { name, code } of samples) {
      writeFileSync(join(folder, `${name}.ts`), code.replaceAll('http://127.0.0.1:4010', mock.url));
    }
    const compilerOptions = {
      strict: true,
      target: 'ES2022',
      module: 'NodeNext',
      lib: ['ES2022', 'DOM'],
      types: ['node'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    const compiled: unknown = await run(process.execPath, [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      folder,
    ]).catch((error: unknown) => error);
    expect(compiled).toMatchObject({ stdout: '' });

    for (const { page, name } of samples) {
      // Each sample is somebody's first.
      mock.reset();
      const { stdout } = await run(process.execPath, [`${name}.js`], { cwd: folder });
      expect(stdout, page).not.toBe('');
    }
  });
});

/** Starts the mock as npx does, with options, and ends it once it listens. */
async function expectListening(options: string): Promise<void> {
  // On another port than a mock that may be running, and with all that npx starts, since it passes no signals on.
  const args = `@vpcep/mock ${options} --port 0`.split(' ');
  const child = spawn(process.execPath, [npmCli(), 'exec', '--', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  expect(line.toString()).toMatch(/^vpcep-mock listens on http:/);
  endTree(child);
  await once(child, 'exit');
}

describe('commands', () => {
  const commands = blocks('sh').flatMap(({ code }) =>
    code
      .replaceAll('\\\n', ' ')
      .split('\n')
      .map((line) => line.replace(/ +#.*$/, '').trim())
      // What is tested here is what "npm ci" has installed.
      .filter((line) => line !== '' && line !== 'npm ci'),
  );

  // Several pages show the same one, in two languages at least.
  test.each([...new Set(commands)])('%s', async (command) => {
    const [, script, workspace = '.'] =
      /^npm (?!install |pack )(?:run )?(?:--silent )?(\S+)(?: -w (\S+).*)?$/.exec(command) ?? [];
    if (script !== undefined) {
      // Each of these is run by the checks themselves; that it exists is what a README can get wrong.
      const { scripts } = JSON.parse(text(join(workspace, 'package.json'))) as { scripts: Record<string, string> };
      expect(scripts).toHaveProperty([script]);
    } else if (command.startsWith('npm install ../vpc-endpoint-api/')) {
      // A project of its own: npm would take one below the repository for a part of it.
      const project = mkdtempSync(join(tmpdir(), 'vpcep-project-'));
      try {
        writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
        const [, ...install] = command.replaceAll('../vpc-endpoint-api', root.replace(/\/$/, '')).split(' ');
        await run(process.execPath, [npmCli(), ...install, '--offline', '--no-audit'], { cwd: project });
        mock.reset();
        const [sample] = blocks('ts').filter(({ page }) => page === 'README.md');
        writeFileSync(join(project, 'sample.js'), sample?.code.replaceAll('http://127.0.0.1:4010', mock.url) ?? '');
        const { stdout } = await run(process.execPath, ['sample.js'], { cwd: project });
        expect(stdout).toMatch(/ creating\n$/);
        const { stdout: help } = await run(process.execPath, [npmCli('npx'), '--offline', '@vpcep/mock', '--help'], {
          cwd: project,
        });
        expect(help).toContain('vpcep-mock');
      } finally {
        rmSync(project, { recursive: true });
      }
    } else if (command.startsWith('curl ')) {
      // Not the synchronous kind: the mock that answers runs in this process.
      const atMock = command.replace('http://127.0.0.1:4010', mock.url);
      const { stdout } = await run(posixShell(), ['-c', `${atMock} -sS --fail`]);
      expect(JSON.parse(stdout)).toHaveProperty('endpoint_services');
    } else if (command.includes(' openapi-plain.json')) {
      // packages/tool-tests reads these from the guide and runs them; that it has the tool is what the guide can get wrong.
      const [, tool = ''] = command.split(' ');
      const { devDependencies } = JSON.parse(text('packages/tool-tests/package.json')) as { devDependencies: object };
      expect(devDependencies).toHaveProperty([tool]);
    } else if (command.startsWith('npx @vpcep/mock snapshot ')) {
      // One after the other, on the one mock.
      const folder = mkdtempSync(join(tmpdir(), 'vpcep-snapshots-'));
      const [, ...args] = command.split(' ');
      await run(process.execPath, [npmCli(), 'exec', '--prefix', root, '--', ...args, '--url', mock.url], {
        cwd: folder,
      });
      rmSync(folder, { recursive: true });
    } else if (command.startsWith('npm pack ')) {
      const { stdout } = await run(process.execPath, [npmCli(), ...command.split(' ').slice(1), '--dry-run'], {
        cwd: root,
      });
      expect(stdout).toContain('vpcep-mock-');
    } else if (command.startsWith('docker build ')) {
      // There may be no Docker here. The recipe is tested where it lies.
      expect(existsSync(join(root, command.split(' ').at(-1) ?? '', 'Dockerfile'))).toBe(true);
    } else if (command.startsWith('docker run ')) {
      const [, options = ''] = / vpcep-mock (--.*)$/.exec(command) ?? [];
      const folder = mkdtempSync(join(tmpdir(), 'vpcep-container-'));
      await expectListening(options.replace('/data', folder));
      rmSync(folder, { recursive: true });
    } else if (command.startsWith('npx @vpcep/drift ')) {
      // Without an account nothing can be read; what it would read can be said.
      const [, ...args] = `${command} --list`.split(' ');
      const { stdout } = await run(process.execPath, [npmCli(), 'exec', '--', ...args], { cwd: root });
      expect(stdout).toContain('They read, and change nothing');
    } else {
      const [, options] = /^npx @vpcep\/mock (.*)$/.exec(command) ?? [];
      expect(options, command).toBeDefined();
      await expectListening(options ?? '');
    }
  });

  test('in tables exist too', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    const named = [...text('CONTRIBUTING.md').matchAll(/`npm (?:run )?([a-z:]+)`/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(5);
    for (const name of named) expect(scripts).toHaveProperty([name]);
  });
});

test.each(pages)('%s names the mock by its scope, since anybody could publish one without', (page) => {
  expect(text(page)).not.toMatch(/\b(npx|npm (exec|install|i|add)) (-\S+ )*vpcep-mock/);
});

test.each(pages)('every link of %s leads somewhere', (page) => {
  const targets = [...text(page).matchAll(/\]\(([^)#]+?)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
  for (const target of targets.filter((candidate) => !candidate.startsWith('https://'))) {
    expect(existsSync(join(root, dirname(page), target)), target).toBe(true);
  }
});
