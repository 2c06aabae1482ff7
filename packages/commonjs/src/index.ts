import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import ts from 'typescript';

const compilerOptions: ts.CompilerOptions = {
  module: ts.ModuleKind.CommonJS,
  target: ts.ScriptTarget.ES2022,
  esModuleInterop: true,
};

/**
 * Puts beside each ES module of a package the same in CommonJS: beside `dist/index.js` comes `dist/index.cjs`.
 *
 * Both have the same types, which are declared once, in `index.d.cts`: ES modules may import types of CommonJS in every
 * TypeScript, and not the other way round. So what one of them returns is what the other one takes.
 *
 * @param folder That of the package, whose URL ends in a slash.
 */
export async function addCommonJs(folder: URL): Promise<void> {
  const dist = new URL('dist/', folder);
  for (const file of await readdir(dist, { recursive: true })) {
    const url = new URL(file.replaceAll('\\', '/'), dist);
    if (file.endsWith('.js')) {
      const { outputText } = ts.transpileModule(toCommonJs(await readFile(url, 'utf8')), { compilerOptions });
      await writeFile(new URL(url.href.replace(/js$/, 'cjs')), outputText);
    } else if (file.endsWith('.d.ts')) {
      await writeFile(url, withTypesOfEsModules(toCommonJs(await readFile(url, 'utf8'))));
      await rename(url, new URL(url.href.replace(/ts$/, 'cts')));
    }
  }
  const { exports } = JSON.parse(await readFile(new URL('package.json', folder), 'utf8')) as {
    exports: Record<string, string | { types: string }>;
  };
  for (const target of Object.values(exports)) {
    if (typeof target === 'string') continue;
    const name = target.types.replace(/^.*\//, '').replace(/\.d\.ts$/, '.cjs');
    await writeFile(new URL(target.types, folder), `export * from './${name}';\n`);
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

/**
 * Has declarations take the types of other packages from their ES modules. A package that declares its types twice
 * declares two that are not one: what is generic in one of them cannot be made out of the other.
 */
const withTypesOfEsModules = (text: string): string =>
  text.replace(/^(import type .* from '[^.'][^']*');$/gm, "$1 with { 'resolution-mode': 'import' };");
