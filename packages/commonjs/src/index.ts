import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import ts from 'typescript';

const compilerOptions: ts.CompilerOptions = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2022,
  esModuleInterop: true,
};

/**
 * Puts beside each ES module of a folder the same in CommonJS: beside `index.js` comes `index.cjs`.
 *
 * Both have the same types, which are declared once, in `index.d.cts`: ES modules may import types of CommonJS in every
 * TypeScript, and not the other way round. So what one of them returns is what the other one takes.
 *
 * @param dist The folder, whose URL ends in a slash.
 * @param entries The declarations of what is exported, relative to the folder, such as `index.d.ts`.
 */
export async function addCommonJs(dist: URL, entries: readonly string[]): Promise<void> {
  for (const file of await readdir(dist, { recursive: true })) {
    const url = new URL(file.replaceAll('\\', '/'), dist);
    if (file.endsWith('.js')) {
      const { outputText } = ts.transpileModule(toCommonJs(await readFile(url, 'utf8')), { compilerOptions });
      await writeFile(new URL(url.href.replace(/js$/, 'cjs')), outputText);
    } else if (file.endsWith('.d.ts')) {
      await writeFile(url, toCommonJs(await readFile(url, 'utf8')));
      await rename(url, new URL(url.href.replace(/ts$/, 'cts')));
    }
  }
  for (const entry of entries) {
    const name = entry.split('/').at(-1) ?? '';
    await writeFile(new URL(entry, dist), `export * from './${name.replace(/\.d\.ts$/, '.cjs')}';\n`);
  }
}

/** Makes the modules that a module imports of its own package those of CommonJS. */
function toCommonJs(text: string): string {
  let written = text;
  for (const { fileName, pos } of ts.preProcessFile(text).importedFiles.sort((a, b) => b.pos - a.pos)) {
    if (!fileName.startsWith('.')) continue;
    // Inside the quotes. The last one comes first, so that the places of the others stay.
    const [from, to] = [pos + 1, pos + 1 + fileName.length];
    written = written.slice(0, from) + fileName.replace(/\.js$/, '.cjs') + written.slice(to);
  }
  return written;
}
