import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { type LogEntry, startMock } from '../src/index.js';

// Its module for ESM is one that only bundlers can load.
const { DockerfileParser } = createRequire(import.meta.url)('dockerfile-ast') as typeof import('dockerfile-ast');
const { validate } = createRequire(import.meta.url)('dockerfile-utils') as typeof import('dockerfile-utils');

const recipe = readFileSync(new URL('../Dockerfile', import.meta.url), 'utf8');
const instructions = DockerfileParser.parse(recipe).getInstructions();
const argumentsOf = (keyword: string) =>
  instructions.find((instruction) => instruction.getKeyword() === keyword)?.getRawArgumentsContent() ?? '';

test('a linter finds nothing wrong with the recipe of the container', () => {
  expect(validate(recipe)).toEqual([]);
  expect(validate(recipe.replace('EXPOSE', 'EXPOSES'))).not.toEqual([]);
});

test('the container listens for other machines, as another user than root, and begins with the command', () => {
  expect(JSON.parse(argumentsOf('ENTRYPOINT'))).toEqual(['vpcep-mock', '--host', '0.0.0.0']);
  expect(argumentsOf('USER')).toBe('node');
});

const file = (name: string) => fileURLToPath(new URL(`certificate/${name}.pem`, import.meta.url));

test.each([
  ['HTTP', {}],
  ['HTTPS', { cert: file('cert'), key: file('key') }],
])('the health check passes while the mock is well, and fails without one, by %s', async (_, options) => {
  const [, check = ''] = /CMD (\[.*\])/s.exec(argumentsOf('HEALTHCHECK')) ?? [];
  const [, ...args] = JSON.parse(check) as string[];
  // The first process of the container is the command, as it is called there.
  const folder = mkdtempSync(join(tmpdir(), 'vpcep-container-'));
  const commandLine = join(folder, 'cmdline');
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  writeFileSync(commandLine, ['node', '/usr/local/bin/vpcep-mock', '--host', '0.0.0.0', ...given, ''].join('\0'));
  const entries: LogEntry[] = [];
  const mock = await startMock({ port: 0, ...options, log: (entry) => entries.push(entry) });
  const run = () =>
    promisify(execFile)(
      process.execPath,
      args.map((each) =>
        each.replace('127.0.0.1:4010', new URL(mock.url).host).replace('/proc/1/cmdline', commandLine),
      ),
    );
  await expect(run()).resolves.toBeDefined();
  expect(entries.filter(({ event }) => event === 'request')).toMatchObject([{ status: 200 }]);
  await mock.close();
  await expect(run()).rejects.toMatchObject({ code: 1 });
  rmSync(folder, { recursive: true });
});
