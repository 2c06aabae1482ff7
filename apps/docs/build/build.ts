import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { documentHash } from '@vpcep/openapi';
import { build } from 'esbuild';
import { renderChangelogPage } from '../src/changelog/changelog-page.js';
import { linkErrors } from '../src/errors/error-links.js';
import { renderErrorsPage, type CataloguedError } from '../src/errors/errors-page.js';
import { renderGuidePage, renderGuidesPage } from '../src/guides/guide-page.js';
import { guideNames } from '../src/guides/guides.js';
import type { DocumentOfOperations } from '../src/reference/operation-anchor.js';
import { renderReferencePage } from '../src/reference/reference-page.js';
import type { SearchedDocument } from '../src/search/reference-entries.js';
import { searchEntries } from '../src/search/search-entries.js';
import { folderOf, languages, type Language } from '../src/site/languages.js';

const require = createRequire(import.meta.url);
const source = new URL('../src/', import.meta.url);
const out = new URL('../dist/', import.meta.url);
const assets = new URL('assets/', out);

const documentOf: Readonly<Record<Language, string>> = {
  en: require.resolve('@vpcep/openapi/openapi.json'),
  'zh-CN': require.resolve('@vpcep/openapi/openapi.zh-CN.json'),
};
const errors = require('@vpcep/openapi/errors.json') as CataloguedError[];

/** The page is complete without the internet: Redoc fetches one image, the maker's logo, and is given none. */
async function redocScript(): Promise<string> {
  const script = await readFile(require.resolve('redoc/bundles/redoc.standalone.js'), 'utf8');
  const logo = 'https://cdn.redoc.ly/redoc/logo-mini.svg';
  if (!script.includes(logo)) throw new Error(`${logo} is not in Redoc's script: see what the new version fetches`);
  return script.replaceAll(logo, 'data:,').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
}

const readDocument = async (language: Language) =>
  JSON.parse(await readFile(documentOf[language], 'utf8')) as DocumentOfOperations & SearchedDocument;

/** The search looks into the document of its own language, and knows the titles of the other one. */
async function writeSearchEntries(language: Language, referencePage: string): Promise<void> {
  const document = await readDocument(language);
  const translation = await readDocument(language === 'en' ? 'zh-CN' : 'en');
  const entries = searchEntries(language, { document, translation, errors, referencePage });
  await mkdir(new URL(`${folderOf(language)}assets/`, out), { recursive: true });
  await writeFile(
    new URL(`${folderOf(language)}assets/search-entries.js`, out),
    `window.vpcepSearchEntries=${JSON.stringify(entries)};\n`,
  );
}

async function writePage(path: string, html: string): Promise<void> {
  await mkdir(new URL(path, out), { recursive: true });
  await writeFile(new URL(`${path}index.html`, out), html);
}

await rm(out, { recursive: true, force: true });
await mkdir(assets, { recursive: true });
for (const language of languages) {
  const folder = folderOf(language);
  const document = await readDocument(language);
  const referencePage = await renderReferencePage(linkErrors(document), language, documentHash);
  await writePage(folder, referencePage);
  await writeSearchEntries(language, referencePage);
  await writePage(`${folder}errors/`, renderErrorsPage(errors, language, documentHash));
  await writePage(`${folder}guides/`, renderGuidesPage(language, document, documentHash));
  for (const name of guideNames) {
    await writePage(`${folder}guides/${name}/`, renderGuidePage(name, language, document, documentHash));
  }
  await writePage(`${folder}changelog/`, renderChangelogPage(language, documentHash));
  await copyFile(documentOf[language], new URL(`${folder}openapi.json`, out));
}
await copyFile(require.resolve('@vpcep/openapi/openapi.yaml'), new URL('openapi.yaml', out));
await writeFile(new URL('redoc.js', assets), await redocScript());
await copyFile(
  require.resolve('redoc/bundles/redoc.standalone.js.LICENSE.txt'),
  new URL('redoc.standalone.js.LICENSE.txt', assets),
);
await build({
  entryPoints: ['search-dialog', 'search'].map((name) => fileURLToPath(new URL(`browser/${name}.ts`, source))),
  outdir: fileURLToPath(assets),
  bundle: true,
  minify: true,
  target: 'es2022',
});
for (const name of ['browser', 'errors', 'search', 'site']) {
  await cp(new URL(`${name}/`, source), assets, {
    recursive: true,
    filter: (path) => !/\.tsx?$/.test(path),
  });
}
