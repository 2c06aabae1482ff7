import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** What is patched in one module of the bundle. */
export interface Patch {
  /** Package and path of the module. */
  readonly module: string;
  readonly replacements: readonly (readonly [before: RegExp, after: string])[];
}

/** A filter for one module, with the separators of any system. */
const pathOf = (module: string) => new RegExp(`[/\\\\]${module.replaceAll('.', '\\.').replaceAll('/', '[/\\\\]')}$`);

/** Patches modules as they are bundled. A patch that no longer fits stops the build. */
export function patchModules(name: string, patches: readonly Patch[]): Plugin {
  return {
    name,
    setup(build) {
      for (const { module, replacements } of patches) {
        let isThere = false;
        build.onLoad({ filter: pathOf(module) }, async ({ path }) => {
          let contents = await readFile(path, 'utf8');
          for (const [before, after] of replacements) {
            const patched = contents.replace(before, after);
            if (patched === contents) throw new Error(`${module} has no ${String(before)} any more: see ${name}`);
            contents = patched;
          }
          isThere = true;
          return { contents };
        });
        build.onEnd(({ errors }) => {
          if (errors.length === 0 && !isThere) throw new Error(`${module} is not bundled any more: see ${name}`);
        });
      }
    },
  };
}
