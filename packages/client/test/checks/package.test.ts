import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import ts from 'typescript';
import { expect, test } from 'vitest';

const client = fileURLToPath(new URL('../..', import.meta.url));

async function bundle(contents: string) {
  const result = await build({
    stdin: { contents, resolveDir: client },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    metafile: true,
  });
  const code = result.outputFiles[0]?.contents ?? new Uint8Array();
  return { gzipped: gzipSync(code, { level: 9 }).length, inputs: Object.keys(result.metafile.inputs) };
}

test('the subpath needs no other package, and weighs little', async () => {
  const { inputs, gzipped } = await bundle("export * from '@vpcep/client/checks'");
  expect(inputs.filter((file) => file.includes('node_modules'))).toEqual([]);
  expect(gzipped).toBeLessThan(16_000);
});

test('declarations import nothing but what is installed with the package', () => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(`${client}/package.json`, 'utf8')) as {
    dependencies: object;
    peerDependencies: object;
  };
  const files = readdirSync(`${client}/dist`, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.d\.c?ts$/.test(file),
  );
  const imported = files.flatMap((file) => {
    const { importedFiles } = ts.preProcessFile(readFileSync(`${client}/dist/${file}`, 'utf8'));
    return importedFiles.map(({ fileName }) => fileName);
  });
  const packages = new Set(imported.flatMap((name) => /^(?:@[^/]+\/)?[^./][^/]*/.exec(name)?.[0] ?? []));
  expect([...packages].sort()).toEqual(Object.keys({ ...dependencies, ...peerDependencies }).sort());
});

test('who does not import the checks does not carry them', async () => {
  const { inputs } = await bundle("export * from '@vpcep/client'");
  expect(inputs.filter((file) => /checks|validators/.test(file))).toEqual([]);
});

test('the checks run where no code may be made from texts', async () => {
  const script = `
    import { checkArguments } from '@vpcep/client/checks';
    let refused = false;
    try { new Function('return 1')(); } catch (error) { refused = error instanceof EvalError; }
    const fields = checkArguments('createEndpointService', { body: { ports: [{}, {}] } }).map(({ field }) => field);
    console.log(JSON.stringify({ refused, fields }));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', script],
    { cwd: client },
  );
  expect(JSON.parse(stdout)).toEqual({
    refused: true,
    fields: ['body.port_id', 'body.vpc_id', 'body.server_type', 'body.ports[1]'],
  });
  const checks = readFileSync(`${client}/dist/checks/index.js`, 'utf8');
  expect(checks).not.toMatch(/\beval\(|new Function/);
});
