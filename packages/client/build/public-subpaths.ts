import { readFile } from 'node:fs/promises';

interface Target {
  types: string;
  default: string;
}

const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
  exports: Record<string, string | Target>;
  imports: Record<string, Record<string, { default: string }>>;
};

/** The files of each subpath that package.json exports as an ES module, relative to the package. */
export const publicSubpaths = Object.values(manifest.exports).filter((target) => typeof target !== 'string');

/** The ES modules among which package.json lets each platform choose, by the name that they are imported by. */
export const choices = Object.entries(manifest.imports).map(([name, targets]) => ({
  name,
  files: [...new Set(Object.values(targets).map(({ default: file }) => file))],
}));
