import { posix } from 'node:path';
import type { Plugin } from 'esbuild';
import type { Changes } from '../src/redoc/changes.js';
import { colours } from '../src/redoc/colours.js';
import { redocFolder, type Module } from './redoc/modules.js';
import { patchedModules } from './redoc/patched-modules.js';
import { recolour } from './redoc/recolour.js';
import { translate } from './redoc/translate.js';

const namespace = 'redoc';

/**
 * Bundles Redoc from its sources rather than from the bundle that it publishes, so that what the pages do not need can
 * be left out, and what it says in English only can be said in Chinese too.
 *
 * @throws Error when a change no longer fits Redoc's sources.
 */
export function redocFromSource({ words, replacements }: Changes): Plugin {
  const modules = translate(recolour(patchedModules(), colours), words);

  function moduleNamed(name: string): Module {
    const module = modules.get(name);
    if (module === undefined) throw new Error(`Redoc has no module ${name}: see what the new version has instead`);
    return module;
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
          return build.resolve(path, { resolveDir: redocFolder, kind });
        }
        const folder = posix.dirname(moduleNamed(importer).path);
        const name = posix.join(folder, path).replace(/(\/index)?\/?$/, '');
        const ours = replaced(name);
        return ours === undefined ? { path: name, namespace, sideEffects: false } : { path: ours, sideEffects: false };
      });
      build.onLoad({ filter: /.*/, namespace }, ({ path: name }) => {
        const { path, source } = moduleNamed(name);
        return { contents: source, loader: path.endsWith('x') ? 'tsx' : 'ts', resolveDir: redocFolder };
      });
      build.onEnd(() => {
        const unused = Object.keys(replacements).filter((name) => !used.has(name));
        if (unused.length > 0) throw new Error(`Redoc no longer uses ${unused.join(', ')}: take the replacement away`);
      });
    },
  };
}
