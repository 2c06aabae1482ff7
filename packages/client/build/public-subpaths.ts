import { readFile } from 'node:fs/promises';

interface Subpath {
  types: string;
  default: string;
}

const { exports } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
  exports: Record<string, string | Subpath>;
};

/** The files of each subpath that package.json exports, relative to the package. */
export const publicSubpaths = Object.values(exports).filter((target) => typeof target !== 'string');
