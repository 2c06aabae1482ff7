import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { posixShell } from '@vpcep/testing';
import ts from 'typescript';
import { expect, fillInService, test } from './console.js';

const run = promisify(execFile);
const env = { ...process.env, VPCEP_TOKEN: 'any' };
const cache = fileURLToPath(new URL('../../../node_modules/.cache/', import.meta.url));
/** What shells, JSON and TypeScript each have something special for. */
const awkward = `It's "the" \\ $HOME \`id\` 100% of 订单服务!\nAnd a second line: \${x} \\" '`;

/** What the compiler finds wrong with a module, by the strictest rules. */
function mistakesIn(file: string): string[] {
  const program = ts.createProgram([file], {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ['node'],
    skipLibCheck: true,
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test('what a form would send is copied as a command and as code, which do the same', async ({
  mock,
  page,
  context,
  visit,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = async (as: RegExp) => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.getByRole('button', { name: 'Copy as' }).click();
    await page.getByRole('menuitem', { name: as }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
    return page.evaluate(() => navigator.clipboard.readText());
  };
  await visit('endpoint-services/create');
  // Also as long as it cannot be sent.
  expect(await copied(/^curl/)).toContain('VM');
  await fillInService(page.getByRole('main'));
  await page.getByLabel(/ description/).fill(awkward);

  await run(posixShell(), ['-c', await copied(/^curl/)], { env });
  expect(mock.state().services).toContainEqual(expect.objectContaining({ description: awkward, server_type: 'VM' }));

  // A port of a backend is published once.
  await page.getByLabel(/ server_port$/).fill('81');
  const code = await copied(/^Client code/);
  expect(code).toContain("server_type: 'VM'");
  const folder = await mkdtemp(`${cache}copied-`);
  try {
    await writeFile(`${folder}/good.mts`, code);
    await writeFile(`${folder}/bad.mts`, code.replace('server_type', 'server_typo'));
    await writeFile(`${folder}/good.mjs`, code);
    expect(mistakesIn(`${folder}/good.mts`)).toEqual([]);
    expect(mistakesIn(`${folder}/bad.mts`).join()).toContain('server_typo');
    await run(process.execPath, [`${folder}/good.mjs`], { env });
  } finally {
    await rm(folder, { recursive: true });
  }
  const created = mock.state().services.filter(({ description }) => description === awkward);
  expect(created.flatMap(({ ports }) => ports.map((one) => one.server_port)).sort()).toEqual([80, 81]);
});
