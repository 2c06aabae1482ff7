import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

const source = new URL('../src/', import.meta.url);

/** The style sheets of the pages, by their names in `assets/`. */
const files = {
  'site.css': 'site/site.css',
  'text.css': 'site/text.css',
  'reference.css': 'reference/reference.css',
  'errors.css': 'errors/errors.css',
  'search.css': 'search/search.css',
  'try-it.css': 'try-it/try-it.css',
};

export type StyleSheetName = keyof typeof files;

export const styleSheetNames = Object.keys(files) as StyleSheetName[];

/** A style sheet without what browsers do not need. */
export async function readStyleSheet(name: StyleSheetName): Promise<string> {
  const { code } = await transform(await readFile(new URL(files[name], source), 'utf8'), {
    loader: 'css',
    minify: true,
  });
  return code;
}
