import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { documentHash } from '@vpcep/openapi';
import { renderChangelogPage } from '../src/changelog/changelog-page.js';
import { linkErrors } from '../src/errors/error-links.js';
import { ErrorCatalogue, renderErrorsPage, type CataloguedError } from '../src/errors/errors-page.js';
import { renderGuidePage, renderGuidesPage } from '../src/guides/guide-page.js';
import { guideNames } from '../src/guides/guides.js';
import { headingAnchors } from '../src/reference/heading-anchors.js';
import { renderReferencePage, renderSingleFile, singleFileName } from '../src/reference/reference-page.js';
import type { DocumentOfOperations } from '../src/reference/operation-anchor.js';
import type { ReferenceData } from '../src/reference/reference.js';
import { addCodeSamples } from '../src/samples/add-code-samples.js';
import type { OpenApiDocument } from '../src/samples/openapi-document.js';
import type { SearchedDocument } from '../src/search/reference-entries.js';
import { searchEntries } from '../src/search/search-entries.js';
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
  'text.css': 'site/text.css',
  'reference.css': 'reference/reference.css',
  'errors.css': 'errors/errors.css',
  'search.css': 'search/search.css',
};

type Document = OpenApiDocument & DocumentOfOperations & SearchedDocument & { info: { description?: string } };
const pathOf: Readonly<Record<Language, string>> = {
  en: require.resolve('@vpcep/openapi/openapi.json'),
  'zh-CN': require.resolve('@vpcep/openapi/openapi.zh-CN.json'),
};
/** The document as the pages show it: with samples. */
const readDocument = async (language: Language) =>
  addCodeSamples(JSON.parse(await readFile(pathOf[language], 'utf8')) as Document, language);
const documents: Readonly<Record<Language, Document>> = {
  en: await readDocument('en'),
  'zh-CN': await readDocument('zh-CN'),
};
const errors = require('@vpcep/openapi/errors.json') as CataloguedError[];

/** A script that leaves the document for the one that shows it. "<" could end the element that it stands in. */
const dataScript = (data: ReferenceData) =>
  `globalThis.referenceData=${JSON.stringify(data).replaceAll('<', '\\u003c')};`;

async function writePage(path: string, html: string): Promise<void> {
  await mkdir(new URL(path, out), { recursive: true });
  await writeFile(new URL(`${path}index.html`, out), html);
}

/** The search looks into the document of its own language, and knows the titles of the other one. */
async function writeSearchEntries(language: Language, referencePage: string): Promise<void> {
  const document = documents[language];
  const translation = documents[language === 'en' ? 'zh-CN' : 'en'];
  const entries = searchEntries(language, { document, translation, errors, referencePage });
  await mkdir(new URL(`${folderOf(language)}assets/`, out), { recursive: true });
  await writeFile(
    new URL(`${folderOf(language)}assets/search-entries.js`, out),
    `window.vpcepSearchEntries=${JSON.stringify(entries)};\n`,
  );
}

async function writeLanguage(language: Language, scripts: Record<string, string>, firstVisit: string): Promise<void> {
  const folder = folderOf(language);
  const document = documents[language];
  const anchors = headingAnchors(document, documents.en);
  const label = textsOf[language].errorCodesOfOperation;
  const render = await loadRenderer(language);

  const data = {
    language,
    document: linkErrors(document, 'errors/', label),
    anchors,
    yaml: `${folder && '../'}openapi.yaml`,
  };
  const reference = { language, documentHash, ...render(data) };
  const referencePage = renderReferencePage(reference, firstVisit);
  await writePage(folder, referencePage);
  await writeSearchEntries(language, referencePage);
  await writePage(`${folder}errors/`, renderErrorsPage(errors, language, documentHash));
  await writePage(`${folder}guides/`, renderGuidesPage(language, document, documentHash));
  for (const name of guideNames) {
    await writePage(`${folder}guides/${name}/`, renderGuidePage(name, language, document, documentHash));
  }
  await writePage(`${folder}changelog/`, renderChangelogPage(language, documentHash));
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
const firstVisit = await firstVisitScript();
for (const language of languages) await writeLanguage(language, scripts, firstVisit);
