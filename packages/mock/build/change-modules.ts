import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** What is changed in one module of the bundle. */
export interface Change {
  /** Package and path of the module. */
  readonly module: string;
  readonly replacements: readonly (readonly [before: RegExp, after: string])[];
}

/** A filter for one module, with the separators of any system. */
const pathOf = (module: string) => new RegExp(`[/\\\\]${module.replaceAll('.', '\\.').replaceAll('/', '[/\\\\]')}$`);

/** Changes modules as they are bundled. A change that no longer fits stops the build. */
export function changeModules(name: string, changes: readonly Change[]): Plugin {
  return {
    name,
    setup(build) {
      for (const { module, replacements } of changes) {
        let isThere = false;
        build.onLoad({ filter: pathOf(module) }, async ({ path }) => {
          let contents = await readFile(path, 'utf8');
          for (const [before, after] of replacements) {
            const changed = contents.replace(before, after);
            if (changed === contents) throw new Error(`${module} has no ${String(before)} any more: see ${name}`);
            contents = changed;
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
