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
  'workflows.css': 'workflows/workflows.css',
};

type StyleSheetName = keyof typeof files;

/** All style sheets, without what browsers do not need. */
export async function readStyleSheets(): Promise<Record<StyleSheetName, string>> {
  const read = async ([name, path]: [string, string]) => {
    const css = await readFile(new URL(path, source), 'utf8');
    return [name, (await transform(css, { loader: 'css', minify: true })).code] as const;
  };
  return Object.fromEntries(await Promise.all(Object.entries(files).map(read))) as Record<StyleSheetName, string>;
}
