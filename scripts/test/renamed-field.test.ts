import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneRepository, root, workspaces, type Clone } from '../clone.js';

/** One that the compiler alone finds: where the console asks for a default by name, its generator stops before. */
const field = 'vip_port_id';

let clone: Clone;
beforeAll(() => {
  clone = cloneRepository();
  // What is built of the document as it is, to begin with.
  for (const made of workspaces().flatMap((place) => [join(place, 'dist'), join(place, 'src/generated')])) {
    if (existsSync(join(root, made))) cpSync(join(root, made), join(clone.folder, made), { recursive: true });
  }
});
afterAll(() => {
  clone.remove();
});

const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
function run(folder: string, ...program: string[]): void {
  // What is wrong goes to the terminal: Vitest ends at the frames of tsx in a message, and says nothing of the test.
  execFileSync(process.execPath, program, { cwd: join(clone.folder, folder), stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Where files name the field, such as `src/a.ts:12`. */
function uses(...folders: string[]): string[] {
  const grep = ['grep', '--line-number', '--word-regexp', field, '--', ...folders];
  const found = execFileSync('git', grep, { cwd: clone.folder, encoding: 'utf8' });
  return [
    ...new Set(
      found
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(':').slice(0, 2).join(':')),
    ),
  ].sort();
}
const filesOf = (places: string[]) => [...new Set(places.map((place) => place.replace(/:\d+$/, '')))];

/** What the compiler finds wrong in some files of the console, by the place. */
function errors(files: string[]): Map<string, string> {
  const config = join(clone.folder, 'apps/console/tsconfig.json');
  const parsed = ts.getParsedCommandLineOfConfigFile(config, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic });
  const program = ts.createProgram(
    files.map((file) => join(clone.folder, file)),
    parsed?.options ?? {},
  );
  return new Map(
    files.flatMap((file) => {
      const source = program.getSourceFile(join(clone.folder, file));
      return program.getSemanticDiagnostics(source).map(({ start = 0, messageText }) => {
        const line = source?.getLineAndCharacterOfPosition(start).line ?? 0;
        return [`${file}:${line + 1}`, ts.flattenDiagnosticMessageText(messageText, '\n')] as const;
      });
    }),
  );
}
function onUnRecoverableConfigFileDiagnostic({ messageText }: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test('a field that is renamed in the document stops the console from compiling, wherever it uses the field', () => {
  const used = uses('apps/console/src');
  expect(used.length).toBeGreaterThan(4);

  for (const file of filesOf(uses('openapi/components', 'openapi/paths', 'openapi/overlays'))) {
    const path = join(clone.folder, file);
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll(new RegExp(`\\b${field}\\b`, 'g'), 'virtual_port_id'));
  }
  // What names fields is made anew: the document, the types, to which the client's declarations refer, and the texts.
  run('openapi', tsx, 'build/bundle.ts');
  run('openapi', tsx, 'build/errors.ts');
  run('openapi', tsx, 'build/workflow-editions.ts');
  run('openapi', tsc, '-p', 'tsconfig.build.json');
  run('packages/types', tsx, 'build/generate.ts');
  run('packages/types', tsc, '-p', 'tsconfig.build.json');
  run('apps/console', tsx, 'build/generate.ts');

  const found = errors(filesOf(used));
  expect([...found.keys()].sort()).toEqual(used);
  // So it is the field that they are about: there were none before.
  for (const [place, message] of found) expect(message, place).toContain(field);
});
