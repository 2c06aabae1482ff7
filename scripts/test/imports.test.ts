import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { floors } from '../floors.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const source = 'apps/console/src';

/** What is added to a copy of the console's source. */
const planted = {
  'waiting/answer.ts': "import type { Question } from './question.js';\nexport type Answer = Question[];\n",
  'waiting/question.ts': "import type { Answer } from './answer.js';\nexport type Question = Answer[];\n",
  'api/climbs.ts': "import '../app/app.js';\n",
  'lists/goes-beside.ts': "export type { Texts } from '../forms/tags-field.js';\n",
  'attic/alone.ts': 'export const alone = true;\n',
  'cellar/curious.ts': "export * from '../api/api-keys.js';\n",
};

/** What a test of generators leaves beside the source while it runs. */
const passing = 'packages/tool-tests/generated/openapi-plain-0tiR0r/codegen/index.ts';

let passes: boolean;
/** What the rules of the repository say of the copy: the broken rule, and the files that break it. */
let told: string[];
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'vpcep-imports-'));
  cpSync(join(root, source), join(folder, source), { recursive: true });
  const files = Object.entries(planted).map(([name, text]) => [join(source, name), text] as const);
  for (const [name, text] of [...files, [passing, "export * from '../index.js';\n"] as const]) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const { status, stdout } = spawnSync(
    process.execPath,
    [cruiser, '--config', join(root, 'scripts/import-rules.mjs'), '--output-type', 'err-long', 'apps', 'packages'],
    { cwd: folder, encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  passes = status === 0;
  // A circle takes several lines.
  const errors = stdout.replaceAll(/→\s+/g, '→ ').matchAll(/error (.*)/g);
  told = [...errors].map(([, error = '']) => error.replaceAll(`${source}/`, ''));
});

test('a circle is told with the files in it, also when they take only types from each other', () => {
  expect(told).toContainEqual(
    expect.stringMatching(/^no-circles: waiting\/(answer|question)\.ts → waiting\/(answer|question)\.ts → /),
  );
});

test('an import that climbs, or goes to the room beside, is told with both files', () => {
  expect(told).toContain('no-climbing: api/climbs.ts → app/app.tsx');
  expect(told).toContain('no-climbing: lists/goes-beside.ts → forms/tags-field.tsx');
});

test('a folder that is on no floor is told, whether it imports something or not', () => {
  expect(told).toContain('no-room-without-a-floor: attic/alone.ts');
  expect(told).toContain('no-room-without-a-floor: cellar/curious.ts → api/api-keys.ts');
});

test('what breaks a rule fails the check; nothing else is told, nor what tests generate meanwhile', () => {
  expect(passes).toBe(false);
  expect(told).toHaveLength(5);
});

test('every room that is on a floor is there', () => {
  const rooms = Object.entries(floors).flatMap(([workspace, all]) => all.flat().map((room) => `${workspace}/${room}`));
  expect(rooms.filter((room) => !existsSync(join(root, room)))).toEqual([]);
});
