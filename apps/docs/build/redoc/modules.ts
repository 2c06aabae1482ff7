import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** Where Redoc's package is. */
export const redocFolder = dirname(require.resolve('redoc/package.json'));

/** One of Redoc's modules. */
export interface Module {
  /** Its file in the folder of Redoc's sources, such as `components/SideMenu/MenuItems.tsx`. */
  path: string;
  source: string;
}

/** Redoc's modules by their names, such as `components/SideMenu/MenuItems`, or `services` for the index of a folder. */
export type Modules = ReadonlyMap<string, Module>;

const nameOf = (path: string) => path.replace(/(\/index)?(\.d)?\.tsx?$/, '');

/**
 * Reads Redoc's modules. Its package carries them in the source map of its bundle, and nowhere else; but for those without
 * code, types and the indexes of folders, of which it has the declarations.
 */
export function readModules(): Map<string, Module> {
  const map = require.resolve('redoc/bundles/redoc.browser.lib.js.map');
  const { sources, sourcesContent } = JSON.parse(readFileSync(map, 'utf8')) as {
    sources: string[];
    sourcesContent: string[];
  };
  const modules = new Map<string, Module>();
  sources.forEach((address, index) => {
    const path = /^webpack:\/\/Redoc\/\.\/src\/(.*\.tsx?)$/.exec(address)?.[1];
    const source = sourcesContent[index];
    if (path !== undefined && source !== undefined) modules.set(nameOf(path), { path, source });
  });
  const typings = join(redocFolder, 'typings');
  for (const file of readdirSync(typings, { recursive: true, encoding: 'utf8' })) {
    const path = file.replaceAll('\\', '/');
    // What it adds to the types of styled-components is of another release.
    if (!path.endsWith('.d.ts') || path === 'styled-patch.d.ts' || modules.has(nameOf(path))) continue;
    modules.set(nameOf(path), { path, source: readFileSync(join(typings, file), 'utf8') });
  }
  return modules;
}
