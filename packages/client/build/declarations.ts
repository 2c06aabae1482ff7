import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { posix } from 'node:path';
import ts from 'typescript';
import { publicSubpaths } from './public-subpaths.js';

/*
 * The compiler declares every module. Those of the private package that is bundled come along, and what no declaration of a
 * subpath imports, directly or not, is nobody's to use.
 */
const dist = new URL('../dist/', import.meta.url);
const rules = new URL('.', import.meta.resolve('@vpcep/rules'));
for (const file of await readdir(rules)) {
  if (file.endsWith('.d.ts')) await cp(new URL(file, rules), new URL(`rules/${file}`, dist), { recursive: true });
}
for (const file of await readdir(dist, { recursive: true })) {
  if (!file.endsWith('.d.ts')) continue;
  const url = new URL(file, dist);
  const path = posix.relative(posix.dirname(file.replaceAll('\\', '/')), 'rules/index.js');
  const text = await readFile(url, 'utf8');
  await writeFile(url, text.replaceAll("'@vpcep/rules'", `'${path.startsWith('.') ? path : `./${path}`}'`));
}

const reached = new Set<string>();

async function reach(declarations: URL): Promise<void> {
  if (reached.has(declarations.href)) return;
  reached.add(declarations.href);
  const { importedFiles } = ts.preProcessFile(await readFile(declarations, 'utf8'));
  const own = importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
  await Promise.all(own.map((name) => reach(new URL(name.replace(/\.js$/, '.d.ts'), declarations))));
}

await Promise.all(publicSubpaths.map(({ types }) => reach(new URL(`../${types}`, import.meta.url))));
for (const file of await readdir(dist, { recursive: true })) {
  const url = new URL(file, dist);
  if (file.endsWith('.d.ts') && !reached.has(url.href)) await rm(url);
}
