import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix } from 'node:path';
import type { Plugin } from 'esbuild';
import type { Changes } from '../src/redoc/patch.js';
import { colours } from '../src/redoc/colours.js';
import { recolour } from './redoc/recolour.js';
import { translate } from './redoc/translate.js';

const require = createRequire(import.meta.url);
const map = require.resolve('redoc/bundles/redoc.browser.lib.js.map');
/** Where Redoc's package is. */
export const redocFolder = dirname(require.resolve('redoc/package.json'));
const typings = join(redocFolder, 'typings');
const namespace = 'redoc';

interface Module {
  source: string;
  loader: 'ts' | 'tsx';
}

/** Redoc's modules by their names. Its package carries them in the source map of its bundle, and nowhere else. */
function readModules(): Map<string, Module> {
  const { sources, sourcesContent } = JSON.parse(readFileSync(map, 'utf8')) as {
    sources: string[];
    sourcesContent: string[];
  };
  const modules = new Map<string, Module>();
  sources.forEach((path, index) => {
    const [, name, loader] = /^webpack:\/\/Redoc\/\.\/src\/(.*)\.(tsx?)$/.exec(path) ?? [];
    const source = sourcesContent[index];
    if (name === undefined || source === undefined) return;
    modules.set(name, { source, loader: loader === 'tsx' ? 'tsx' : 'ts' });
  });
  return modules;
}

/**
 * Bundles Redoc from its sources rather than from the bundle that it publishes, so that what the pages do not need can
 * be left out, and what it says in English only can be said in Chinese too.
 *
 * @throws when a change no longer fits Redoc's sources.
 */
export function redocFromSource({ patches, replacements, words }: Changes): Plugin {
  const modules = readModules();
  const sources = () => new Map([...modules].map(([name, { source }]) => [name, source]));
  const say = (changed: Map<string, string>) => {
    for (const [name, source] of changed) modules.set(name, { loader: 'ts', ...modules.get(name), source });
  };
  for (const { module: name, find, replace } of patches) {
    const module = modules.get(name);
    if (module === undefined) throw new Error(`Redoc has no module ${name}: see what the new version has instead`);
    const changed = module.source.replaceAll(find, replace);
    if (changed === module.source) {
      throw new Error(`${name} of Redoc no longer has ${String(find)}: see what it has instead`);
    }
    module.source = changed;
  }
  say(recolour(sources(), colours));
  say(translate(sources(), words));

  /** A source map leaves out modules without code: types, and the indexes of folders. Redoc's typings have both. */
  function declarationOf(name: string): Module {
    const file = [`${name}.d.ts`, `${name}/index.d.ts`].map((path) => join(typings, path)).find(existsSync);
    if (file === undefined) throw new Error(`Redoc has no module ${name}: see what the new version has instead`);
    return { source: readFileSync(file, 'utf8'), loader: 'ts' };
  }

  return {
    name: 'redoc-from-source',
    setup(build) {
      const used = new Set<string>();
      const replaced = (name: string) => {
        const path = replacements[name];
        if (path !== undefined) used.add(name);
        return path;
      };
      build.onResolve({ filter: /^redoc\/src\// }, ({ path }) => ({
        path: path.slice('redoc/src/'.length),
        namespace,
        sideEffects: false,
      }));
      build.onResolve({ filter: /.*/, namespace }, async ({ path, importer, kind }) => {
        if (!path.startsWith('.')) {
          const ours = replaced(path);
          if (ours !== undefined) return { path: ours, sideEffects: false };
          return build.resolve(path, { resolveDir: dirname(map), kind });
        }
        const folder = modules.has(importer) ? posix.dirname(importer) : importer;
        const name = posix.join(folder, path).replace(/(\/index)?\/?$/, '');
        const ours = replaced(name);
        return ours === undefined ? { path: name, namespace, sideEffects: false } : { path: ours, sideEffects: false };
      });
      build.onLoad({ filter: /.*/, namespace }, ({ path }) => {
        const { source, loader } = modules.get(path) ?? declarationOf(path);
        return { contents: source, loader, resolveDir: dirname(map) };
      });
      build.onEnd(() => {
        const unused = Object.keys(replacements).filter((name) => !used.has(name));
        if (unused.length > 0) throw new Error(`Redoc no longer uses ${unused.join(', ')}: take the replacement away`);
      });
    },
  };
}
