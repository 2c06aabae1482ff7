import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readModules, redocFolder, type Modules } from './modules.js';
import { apply, parse, type Patch } from './patches.js';

const inDocs = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Where the patches are: each is named like the module that it changes. */
export const patchFolder = inDocs('redoc/patches');
/** Where Redoc's modules are put once they are patched, for the compiler to check and for people to edit. */
export const sourceFolder = inDocs('node_modules/.cache/redoc/src');
const keyFile = inDocs('node_modules/.cache/redoc/key');

/** The patches, by the paths of their modules. */
export function readPatches(): Map<string, Patch> {
  const files = readdirSync(patchFolder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.patch'),
  );
  return new Map(
    files
      .sort()
      .map((file) => [
        file.replaceAll('\\', '/').slice(0, -'.patch'.length),
        parse(readFileSync(join(patchFolder, file), 'utf8')),
      ]),
  );
}

/**
 * Redoc's modules as the patches change them. They are in `sourceFolder` then, too.
 *
 * @throws Error when a patch no longer fits, or a module was edited in that folder and its patch was not written.
 */
export function patchedModules(): Modules {
  const modules = readModules();
  const patches = readPatches();
  const names = new Map([...modules].map(([name, { path }]) => [path, name]));
  for (const [path, patch] of patches) {
    const name = names.get(path);
    const module = name === undefined ? undefined : modules.get(name);
    if (name === undefined || module === undefined) {
      throw new Error(`Redoc has no module ${path}: see what the new version has instead`);
    }
    modules.set(name, { path, source: apply(path, module.source, patch) });
  }
  writeSources(modules, keyOf(patches));
  return modules;
}

/** What the sources are made from. While it is the same, a file that is otherwise was edited by someone. */
function keyOf(patches: ReadonlyMap<string, Patch>): string {
  const hash = createHash('sha256').update(readFileSync(join(redocFolder, 'package.json')));
  return hash.update(JSON.stringify([...patches])).digest('hex');
}

function writeSources(modules: Modules, key: string): void {
  if (!existsSync(keyFile) || readFileSync(keyFile, 'utf8') !== key)
    rmSync(sourceFolder, { recursive: true, force: true });
  for (const { path, source } of modules.values()) {
    const file = join(sourceFolder, path);
    if (!existsSync(file)) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, source);
    } else if (readFileSync(file, 'utf8') !== source) {
      throw new Error(`${file} was edited: npm run redoc:patches -w apps/docs writes its patch`);
    }
  }
  writeFileSync(keyFile, key);
}
