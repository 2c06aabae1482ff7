import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { documentHash } from '@vpcep/openapi';
import { linkErrors } from '../src/error-links.js';
import { renderErrorsPage, type CataloguedError } from '../src/errors-page.js';
import { renderPage } from '../src/page.js';
import { addCodeSamples } from '../src/samples/add-code-samples.js';
import type { OpenApiDocument } from '../src/samples/openapi-document.js';

const require = createRequire(import.meta.url);
const source = new URL('../src/', import.meta.url);
const out = new URL('../dist/', import.meta.url);

/** The page is complete without the internet: Redoc fetches one image, the maker's logo, and is given none. */
async function redocScript(): Promise<string> {
  const script = await readFile(require.resolve('redoc/bundles/redoc.standalone.js'), 'utf8');
  const logo = 'https://cdn.redoc.ly/redoc/logo-mini.svg';
  if (!script.includes(logo)) throw new Error(`${logo} is not in Redoc's script: see what the new version fetches`);
  return script.replaceAll(logo, 'data:,').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
}

await rm(out, { recursive: true, force: true });
await mkdir(new URL('errors/', out), { recursive: true });

const documentFile = require.resolve('@vpcep/openapi/openapi.json');
const document = JSON.parse(await readFile(documentFile, 'utf8')) as OpenApiDocument;
const shown = linkErrors(await addCodeSamples(document, 'en'));
await writeFile(new URL('index.html', out), await renderPage(shown, documentHash));
const errors = require('@vpcep/openapi/errors.json') as CataloguedError[];
await writeFile(new URL('errors/index.html', out), renderErrorsPage(errors, documentHash));
await copyFile(new URL('errors.css', source), new URL('errors/errors.css', out));
await writeFile(new URL('redoc.js', out), await redocScript());
await copyFile(documentFile, new URL('openapi.json', out));
await copyFile(require.resolve('@vpcep/openapi/openapi.yaml'), new URL('openapi.yaml', out));
await copyFile(
  require.resolve('redoc/bundles/redoc.standalone.js.LICENSE.txt'),
  new URL('redoc.standalone.js.LICENSE.txt', out),
);
for (const name of ['page.js', 'style.css', 'favicon.svg']) await copyFile(new URL(name, source), new URL(name, out));
