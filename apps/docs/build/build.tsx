import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { documentHash } from '@vpcep/openapi';
import { linkErrors } from '../src/errors/error-links.js';
import { ErrorCatalogue, renderErrorsPage, type CataloguedError } from '../src/errors/errors-page.js';
import { headingAnchors } from '../src/reference/heading-anchors.js';
import { renderReferencePage, renderSingleFile, singleFileName } from '../src/reference/reference-page.js';
import type { ReferenceData } from '../src/reference/reference.js';
import { folderOf, languages, type Language } from '../src/site/languages.js';
import { textsOf } from '../src/site/texts.js';
import { firstVisitScript, siteScripts } from './browser-scripts.js';
import { loadRenderer } from './render-references.js';

const require = createRequire(import.meta.url);
const source = new URL('../src/', import.meta.url);
const out = new URL('../dist/', import.meta.url);
const assets = new URL('assets/', out);
const download = new URL('download/', out);

const files = {
  'favicon.svg': 'site/favicon.svg',
  'site.css': 'site/site.css',
  'reference.css': 'reference/reference.css',
  'errors.css': 'errors/errors.css',
};

interface Document {
  info: { description?: string };
  paths: object;
}
const pathOf: Readonly<Record<Language, string>> = {
  en: require.resolve('@vpcep/openapi/openapi.json'),
  'zh-CN': require.resolve('@vpcep/openapi/openapi.zh-CN.json'),
};
const readDocument = async (language: Language) => JSON.parse(await readFile(pathOf[language], 'utf8')) as Document;
const errors = require('@vpcep/openapi/errors.json') as CataloguedError[];
const english = await readDocument('en');

/** A script that leaves the document for the one that shows it. "<" could end the element that it stands in. */
const dataScript = (data: ReferenceData) =>
  `globalThis.referenceData=${JSON.stringify(data).replaceAll('<', '\\u003c')};`;

async function writePage(path: string, html: string): Promise<void> {
  await mkdir(new URL(path, out), { recursive: true });
  await writeFile(new URL(`${path}index.html`, out), html);
}

async function writeLanguage(language: Language, scripts: Record<string, string>): Promise<void> {
  const folder = folderOf(language);
  const document = await readDocument(language);
  const anchors = headingAnchors(document, english);
  const label = textsOf[language].errorCodesOfOperation;
  const render = await loadRenderer(language);

  const data = {
    language,
    document: linkErrors(document, 'errors/', label),
    anchors,
    yaml: `${folder && '../'}openapi.yaml`,
  };
  const reference = { language, documentHash, ...render(data) };
  await writePage(folder, renderReferencePage(reference, await firstVisitScript()));
  await writePage(`${folder}errors/`, renderErrorsPage(errors, language, documentHash));
  await writeFile(new URL(`document.${language}.js`, assets), dataScript(data));
  await copyFile(pathOf[language], new URL(`${folder}openapi.json`, out));

  const inOneFile = { language, document: linkErrors(document, '', label), anchors };
  const styles = ['site.css', 'reference.css', 'errors.css'] as const;
  await writeFile(
    new URL(singleFileName(language), download),
    renderSingleFile(
      { language, documentHash, ...render(inOneFile) },
      {
        styles: await Promise.all(styles.map((name) => readFile(new URL(files[name], source), 'utf8'))),
        scripts: [dataScript(inOneFile), scripts[`reference.${language}.js`] ?? ''],
        appendix: <ErrorCatalogue errors={errors} language={language} />,
      },
    ),
  );
}

await rm(out, { recursive: true, force: true });
await mkdir(assets, { recursive: true });
await mkdir(download);
for (const [name, path] of Object.entries(files)) await copyFile(new URL(path, source), new URL(name, assets));
const scripts = await siteScripts();
for (const [name, script] of Object.entries(scripts)) await writeFile(new URL(name, assets), script);
await copyFile(require.resolve('@vpcep/openapi/openapi.yaml'), new URL('openapi.yaml', out));
for (const language of languages) await writeLanguage(language, scripts);
