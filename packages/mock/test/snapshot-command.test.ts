import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { runSnapshotCommand } from '../src/snapshot-command.js';
import { UsageError } from '../src/usage-error.js';
import { command, endCommands, vpcepMock } from './command.js';
import { runMock } from './running.js';

endCommands();
const run = runMock({ scenario: 'small-team' });
const folder = mkdtempSync(join(tmpdir(), 'vpcep-snapshots-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  for (const { name } of run.mock.snapshots.list()) run.mock.snapshots.remove(name);
});

const snapshot = (...args: string[]) => vpcepMock('snapshot', ...args, '--url', run.mock.url).ended;

test('a command saves, lists, restores and removes a snapshot of a mock that runs', async () => {
  const { services, endpoints } = run.mock.state();
  const told = `team  ${run.mock.clock.now()}  ${services.length} endpoint services, ${endpoints.length} endpoints\n`;
  expect(await snapshot('save', 'team')).toMatchObject({ code: 0, stdout: `saved ${told}` });
  run.mock.load('empty');
  const url = ['--url', run.mock.url];
  expect(await runSnapshotCommand(['list', ...url])).toBe(told);
  expect(await runSnapshotCommand(['restore', 'team', ...url])).toBe('restored team\n');
  expect(run.mock.state().services).toEqual(services);
  expect(await runSnapshotCommand(['remove', 'team', ...url])).toBe('removed team\n');
  expect(await runSnapshotCommand(['list', ...url])).toBe('');
});

test('a snapshot goes to a file and back, under another name too', async () => {
  run.mock.snapshots.save('team');
  const file = join(folder, 'team.json');
  const written = run.mock.snapshots.export('team');
  const url = ['--url', run.mock.url];
  expect(await runSnapshotCommand(['export', 'team', '--file', file, ...url])).toBe(`exported team to ${file}\n`);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(written);
  expect(JSON.parse(await runSnapshotCommand(['export', 'team', ...url]))).toEqual(written);
  expect(await runSnapshotCommand(['import', file, '--name', 'other', ...url])).toMatch(/^imported other /);
  expect(run.mock.snapshots.export('other')).toEqual({ ...written, name: 'other' });
});

test.each([
  [[], 'snapshot must be followed by one of save, list, restore, remove, export, import, not ""'],
  [['save'], 'snapshot save needs one name'],
  [['list', 'all'], 'snapshot list takes nothing more, and got "all"'],
  [['list', '--uri', 'x'], "Unknown option '--uri'"],
  [['save', 'a', '--file', 'x'], 'snapshot save has no option --file; leave it out'],
  [['export', 'a', '--name', 'b'], 'snapshot export has no option --name; leave it out'],
])('%j is a wrong call, and what is wrong is said', async (args, problem) => {
  await expect(runSnapshotCommand(args)).rejects.toThrow(problem);
  await expect(runSnapshotCommand(args)).rejects.toThrow(UsageError);
});

test.each([
  [['restore', 'none'], 'There is no snapshot "none"'],
  [['save', 'a b'], 'body.name must be 1 to 64 letters'],
  [['import', 'there-is-no-such-file'], 'there-is-no-such-file cannot be read (ENOENT).'],
  [['import', fileURLToPath(import.meta.url)], 'snapshot-command.test.ts holds no snapshot: SyntaxError'],
])('%j cannot be done, and why is said', async (args, problem) => {
  await expect(runSnapshotCommand([...args, '--url', run.mock.url])).rejects.toThrow(problem);
});

test('a file without the name of the snapshot needs one', async () => {
  run.mock.snapshots.save('team');
  const { savedAt, state } = run.mock.snapshots.export('team');
  const file = join(folder, 'nameless.json');
  writeFileSync(file, JSON.stringify({ savedAt, state }));
  const url = ['--url', run.mock.url];
  await expect(runSnapshotCommand(['import', file, ...url])).rejects.toThrow(/^body\.name is missing/);
  expect(await runSnapshotCommand(['import', file, '--name', 'other', ...url])).toMatch(/^imported other /);
  expect(run.mock.snapshots.list().map(({ name }) => name)).toEqual(['team', 'other']);
});

test('who reads only the beginning of a snapshot ends nothing but that', async () => {
  run.mock.load('busy');
  run.mock.snapshots.save('large');
  run.mock.load('small-team');
  const { child, ended } = vpcepMock('snapshot', 'export', 'large', '--url', run.mock.url);
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
});

test.skipIf(process.platform !== 'linux')('a full disk behind the standard output is told', async () => {
  run.mock.snapshots.save('team');
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [command, 'snapshot', 'export', 'team', '--url', run.mock.url], {
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  const { stderr } = child;
  expect(stderr === null ? undefined : await text(stderr)).toBe(
    'vpcep-mock: the standard output cannot be written (ENOSPC).\n',
  );
});

test('what cannot be done is told in one line, by the status too', async () => {
  expect(await snapshot('restore', 'none')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'vpcep-mock: There is no snapshot "none"; none was saved.\n',
  });
});
