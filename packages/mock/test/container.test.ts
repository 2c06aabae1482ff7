import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startMock } from '../src/index.js';

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

test('the health check passes while the mock is well, and fails without one', async () => {
  const [, check = ''] = /CMD (\[.*\])/s.exec(argumentsOf('HEALTHCHECK')) ?? [];
  const [, ...args] = JSON.parse(check) as string[];
  const mock = await startMock({ port: 0 });
  const run = () =>
    promisify(execFile)(
      process.execPath,
      args.map((each) => each.replace('127.0.0.1:4010', new URL(mock.url).host)),
    );
  await expect(run()).resolves.toBeDefined();
  await mock.close();
  await expect(run()).rejects.toMatchObject({ code: 1 });
});
