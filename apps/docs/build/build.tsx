import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { documentHash } from '@vpcep/openapi';
import type { Document } from '@vpcep/openapi/reader';
import { documents as documentsOfApi, documentsAsOf, errors, laterStates } from '@vpcep/openapi/documents';
import { renderChangelogPage } from '../src/changelog/changelog-page.js';
import { addConstraints } from '../src/constraints/add-constraints.js';
import { renderDecisionPage, renderDecisionsPage } from '../src/decisions/decision-page.js';
import { decisionsIn } from '../src/decisions/decisions.js';
import { gatherDescriptions } from '../src/descriptions/gather-descriptions.js';
import { commonResponses, withOwnResponses } from '../src/errors/common-responses.js';
import { errorsOfReference } from '../src/errors/operation-error-codes.js';
import { type CatalogueSources, renderErrorsPage } from '../src/errors/errors-page.js';
import { renderGuidePage, renderGuidesPage } from '../src/guides/guide-page.js';
import { guideNames } from '../src/guides/guides.js';
import { addLaterRules } from '../src/later/add-later-rules.js';
import { renderLaterPage } from '../src/later/later-page.js';
import { regionsOfReference } from '../src/regions/regions-of-reference.js';
import { renderRegionsPage } from '../src/regions/regions-page.js';
import { Appendix } from '../src/reference/appendix.js';
import { headingAnchors } from '../src/reference/heading-anchors.js';
import { withoutIdleClasses } from '../src/reference/idle-classes.js';
import { linkNames, nameLinks } from '../src/reference/link-names.js';
import { redocStyles } from '../src/reference/reference-page.js';
import type { ReferenceData } from '../src/reference/reference.js';
import { downloadsOf } from '../src/reference/download-links.js';
import { referenceTextsOf } from '../src/reference/reference-texts.js';
import { renderSingleFile, singleFileName } from '../src/reference/single-file.js';
import { addCodeSamples } from '../src/samples/add-code-samples.js';
import { entriesWithin } from '../src/search/single-file-entries.js';
import { entriesScript } from '../src/search/search-window.js';
import { searchEntries } from '../src/search/search-entries.js';
import type { SearchEntry } from '../src/search/search-entry.js';
import { addressInSingleFile } from '../src/site/address-in-single-file.js';
import { cardPicture } from '../src/site/head-for-machines.js';
import { downloadsAnchor } from '../src/site/downloads.js';
import { folderOf, languages, type Language } from '../src/site/languages.js';
import { renderNotFoundPage } from '../src/site/not-found-page.js';
import { callNames } from '../src/calls/call-names.js';
import { tryItData } from '../src/try-it/try-it-operation.js';
import { readWorkflows } from '../src/workflows/read-workflows.js';
import { renderWorkflowPage, renderWorkflowsPage, workflowPages } from '../src/workflows/workflow-page.js';
import { startScript, siteScripts } from './browser-scripts.js';
import { collectionsIn } from './collections.js';
import { writeMachineFiles, type WrittenPage } from './machine-files.js';
import { renderReferencePages } from './reference-pages.js';
import { loadRenderers } from './render-references.js';
import { readStyleSheets } from './style-sheets.js';

const require = createRequire(import.meta.url);
/** Where the pages go: `--out FOLDER` has them elsewhere, and leaves what is published as it is. */
const { values: options } = parseArgs({ options: { out: { type: 'string' } } });
const out = pathToFileURL(resolve(options.out ?? fileURLToPath(new URL('../dist', import.meta.url))) + sep);
const assets = new URL('assets/', out);
const download = new URL('download/', out);

const singleFileStyles = [
  'site.css',
  'reference.css',
  'text.css',
  'errors.css',
  'search.css',
  'try-it.css',
  'workflows.css',
] as const;
const singleFileScripts = ['site.js', 'page.js', 'search.js', 'search-dialog.js', 'try-it-buttons.js', 'errors.js'];

/** The documents that can be downloaded, by the name of the file. */
const downloads = (language: Language) =>
  ['openapi', 'openapi-3.0', 'openapi-plain', ...laterStates.map((state) => `openapi.${state}`)].map((name) => ({
    name: `${name}.json`,
    path: require.resolve(`@vpcep/openapi/${name}${language === 'en' ? '' : `.${language}`}.json`),
  }));
const namesIn = { en: callNames(documentsOfApi.en), 'zh-CN': callNames(documentsOfApi['zh-CN']) };
/** A document whose texts name calls as their readers know them. */
const named = (document: Document, language: Language) => linkNames(document, namesIn[language]);
const documentIn = async (language: Language) => {
  const states = laterStates.map((asOf) => ({ asOf, document: named(documentsAsOf[asOf][language], language) }));
  const withLaterRules = addLaterRules(named(documentsOfApi[language], language), states, language);
  const described = withOwnResponses(gatherDescriptions(withLaterRules, language));
  return addConstraints(await addCodeSamples(described, language), language);
};
/** The document as the pages show it: with samples, and with what it and later states demand of each field. */
const documents = { en: await documentIn('en'), 'zh-CN': await documentIn('zh-CN') };
/** What the operations of these leave out, since every one of them can end with it. */
const commonResponsesIn = { en: commonResponses(documentsOfApi.en), 'zh-CN': commonResponses(documentsOfApi['zh-CN']) };

/** A script that leaves data for another one. "<" could end the element that it stands in. */
const dataScript = (name: string, data: unknown) =>
  `globalThis.${name}=${JSON.stringify(data).replaceAll('<', '\\u003c')};`;

function scriptNamed(scripts: Record<string, string>, name: string): string {
  const script = scripts[name];
  if (script === undefined) throw new Error(`there is no script ${name}`);
  return script;
}

const styleSheets = await readStyleSheets();

const pages: WrittenPage[] = [];

async function writePage(path: string, html: string): Promise<void> {
  const language = languages.find((each) => folderOf(each) !== '' && path.startsWith(folderOf(each))) ?? 'en';
  pages.push({ language, path: path.slice(folderOf(language).length), html });
  await mkdir(new URL(path, out), { recursive: true });
  await writeFile(new URL(`${path}index.html`, out), html);
}

/** The search looks into the document of its own language, and knows the titles of the other one. */
function entriesOf(language: Language, startPage: string): SearchEntry[] {
  const other = language === 'en' ? 'zh-CN' : 'en';
  const {
    allOperations,
    allOperationsDescription,
    onePage,
    onePageDescription,
    download: title,
  } = referenceTextsOf[language];
  const elsewhere = referenceTextsOf[other];
  const files = downloadsOf(language, '', laterStates);
  const names = files.map(({ url }) => url.replace(/^.*\//, ''));
  return searchEntries(language, {
    document: documents[language],
    translation: documents[other],
    errors,
    referencePage: startPage,
    wholes: [
      {
        title: allOperations,
        names: [elsewhere.allOperations],
        text: allOperationsDescription,
        address: 'operations/',
      },
      { title: onePage, names: [elsewhere.onePage], text: onePageDescription, address: 'all/' },
      {
        title,
        names: [elsewhere.download, ...names.filter((name) => name.startsWith('openapi'))],
        text: files.map((file) => file.title).join(' · '),
        words: names.join(' '),
        address: `#${downloadsAnchor}`,
      },
    ],
  });
}

/** What names are led to, as it is seen from a page. */
const linksFrom = (addressOf: (address: string) => string) =>
  nameLinks(new Set(errors.map(({ code }) => code)), addressOf);
/** The document with these links. */
const linkedDocument = (language: Language, addressOf: (address: string) => string) =>
  linkNames(documents[language], { linked: linksFrom(addressOf) });

/** What the catalogue of errors is made from, as it is seen from a page. */
function catalogueSources(language: Language, addressOf: (address: string) => string): CatalogueSources {
  const { quoted } = namesIn[language];
  const linked = linksFrom(addressOf);
  return {
    language,
    errors,
    document: linkedDocument(language, addressOf),
    responses: commonResponsesIn[language].map(({ response, ...described }) => ({
      ...described,
      response: { ...response, description: linked(quoted(response.description)) },
    })),
    addressOf,
  };
}

/** What the reference is made from, as it is seen from pages of one kind. */
function referenceData(
  language: Language,
  addressOf: (address: string) => string,
  catalogue = addressOf('errors/'),
): ReferenceData {
  const document = documents[language];
  return {
    language,
    document: linkedDocument(language, addressOf),
    addressOf,
    regions: regionsOfReference(document, language, addressOf),
    anchors: headingAnchors(document, documents.en),
    errors: errorsOfReference({ document, language, errors, catalogue, common: commonResponsesIn[language] }),
  };
}

async function writeLanguage(language: Language, scripts: Record<string, string>, start: string): Promise<void> {
  const folder = folderOf(language);
  const document = documents[language];
  const ownAssets = new URL(`${folder}assets/`, out);
  const { rendererOf, styles } = await loadRenderers(language);

  const appendix = <Appendix {...catalogueSources(language, addressInSingleFile)} />;
  const pages = renderReferencePages({
    language,
    documentHash,
    document,
    states: laterStates,
    startScript: start,
    // Where all is on one page, the codes of errors are anchors of their own.
    inOneFile: rendererOf(referenceData(language, addressInSingleFile, '')),
    seenFrom: (addressOf) => rendererOf(referenceData(language, addressOf)),
    appendix,
  });
  // What the pages look like is known when all are rendered.
  const redocCss = styles();
  for (const [path, html] of pages.site) await writePage(folder + path, withoutIdleClasses(html, redocCss));
  const entries = entriesOf(language, pages.site.get('') ?? '');
  const tryIt = dataScript('vpcepTryItData', tryItData(document, readWorkflows(language)));
  await mkdir(ownAssets, { recursive: true });
  await writeFile(new URL('search-entries.js', ownAssets), entriesScript(language, entries));
  await writeFile(new URL('try-it-operations.js', ownAssets), tryIt);
  await writePage(
    `${folder}errors/`,
    renderErrorsPage(
      catalogueSources(language, (address) => `../${address}`),
      documentHash,
    ),
  );
  await writePage(`${folder}guides/`, renderGuidesPage(language, documentHash));
  for (const name of guideNames) {
    await writePage(`${folder}guides/${name}/`, renderGuidePage(name, language, document, documentHash));
  }
  await writePage(`${folder}workflows/`, renderWorkflowsPage(language, documentHash));
  for (const page of workflowPages(language)) {
    await writePage(folder + page.address, renderWorkflowPage(page, language, document, documentHash));
  }
  await writePage(`${folder}decisions/`, renderDecisionsPage(language, documentHash));
  for (const decision of decisionsIn(language)) {
    const html = renderDecisionPage(decision, language, documentHash);
    await writePage(`${folder}decisions/${decision.number}/`, html);
  }
  const addressOf = (address: string) => `../${address}`;
  await writePage(`${folder}regions/`, renderRegionsPage(language, linkedDocument(language, addressOf), documentHash));
  await writePage(
    `${folder}later/`,
    renderLaterPage({ language, document: linkedDocument(language, addressOf), errors, addressOf }, documentHash),
  );
  await writePage(`${folder}changelog/`, renderChangelogPage(language, documentHash));
  for (const { name, path } of downloads(language)) await copyFile(path, new URL(`${folder}${name}`, out));
  await writeCollections(language);

  await writeFile(
    new URL(singleFileName(language), download),
    renderSingleFile({
      language,
      document,
      documentHash,
      html: withoutIdleClasses(pages.inOneFile, redocCss),
      styles: [redocCss, ...singleFileStyles.map((name) => styleSheets[name])],
      scripts: [
        entriesScript(language, entriesWithin(entries)),
        ...singleFileScripts.map((name) => scriptNamed(scripts, name)),
      ],
      lateScripts: { 'try-it-data': tryIt, 'try-it-script': scriptNamed(scripts, 'try-it.js') },
      appendix,
    }),
  );
  await writeFile(new URL(redocStyles, assets), redocCss);
}

/** The operations as collections, for those who send requests by hand. */
async function writeCollections(language: Language): Promise<void> {
  const collections = await collectionsIn(language);
  for (const [name, collection] of Object.entries(collections)) {
    await writeFile(new URL(`${folderOf(language)}${name}`, out), `${JSON.stringify(collection, undefined, 2)}\n`);
  }
}

await rm(out, { recursive: true, force: true });
await mkdir(assets, { recursive: true });
await mkdir(download);
await copyFile(new URL('../src/site/favicon.svg', import.meta.url), new URL('favicon.svg', assets));
for (const [name, css] of Object.entries(styleSheets)) await writeFile(new URL(name, assets), css);
const scripts = await siteScripts();
for (const [name, script] of Object.entries(scripts)) await writeFile(new URL(name, assets), script);
await copyFile(require.resolve('@vpcep/openapi/openapi.yaml'), new URL('openapi.yaml', out));
// Whoever serves a console too says here where it is.
await writeFile(new URL('config.json', out), '{ "console": null }\n');
const start = await startScript();
for (const language of languages) await writeLanguage(language, scripts, start);
await writeFile(new URL('404.html', out), renderNotFoundPage(documentHash));
for (const language of languages) {
  const picture = cardPicture(language);
  await copyFile(new URL(`../src/site/${picture}`, import.meta.url), new URL(picture, assets));
}
await writeMachineFiles(out, pages, { documentIn: linkedDocument, errors });
