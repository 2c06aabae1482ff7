import { readdir, readFile, rm } from 'node:fs/promises';
import ts from 'typescript';
import { publicSubpaths } from './public-subpaths.js';

/*
 * The compiler declares every module. What no declaration of a subpath imports, directly or not, is nobody's to use.
 */
const dist = new URL('../dist/', import.meta.url);
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
