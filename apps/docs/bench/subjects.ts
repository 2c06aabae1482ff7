import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { elements, fetchPackage, rapiDoc, scalar, swaggerUi } from './fetched-packages.js';

const require = createRequire(import.meta.url);
const document = require.resolve('@vpcep/openapi/openapi.json');
const redocly = dirname(require.resolve('@redocly/cli/package.json'));
const ours = fileURLToPath(new URL('../dist', import.meta.url));
const sites = fileURLToPath(new URL('../node_modules/.cache/bench/sites', import.meta.url));

/** Something to press, and what is shown then, and not before. */
export interface Press {
  /** What it is, in words. */
  what: string;
  on: string;
  /** In CSS, since it is looked for in the page: where, and with which text. */
  shows: { selector: string; text: string; inShadowOf?: string };
}

/** Pages made from the document, as somebody publishes them. */
export interface Subject {
  name: string;
  /** The folder that is published. */
  folder: string;
  /** The page within it. */
  path: string;
  /** What is there when the page can be read. */
  ready: string;
  /** What its reader presses first. */
  press: Press;
  /** Whether it is one of the pages that the others are compared with. */
  own?: boolean;
  /** How it is searched; not at all, where it has no search. */
  search?: { open: string; field: string; result: string };
}

function emptyFolder(name: string): string {
  const folder = join(sites, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

const cdn = /https:\/\/cdn\.redocly\.com\/redoc\/v[\d.]+\/bundles\//g;

/** What `redocly build-docs` writes. Its script, which readers get from its maker's host, comes from the same one here. */
function stockPage(folder: string, source: string): void {
  const file = join(folder, 'index.html');
  execFileSync(process.execPath, [join(redocly, 'bin/cli.js'), 'build-docs', source, '-o', file], {
    stdio: 'ignore',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  const html = readFileSync(file, 'utf8');
  if (!cdn.test(html)) throw new Error('redocly build-docs no longer loads its script from where it did');
  writeFileSync(file, html.replace(cdn, './'));
  copyFileSync(join(redocly, 'lib/chunks/redoc.standalone.js'), join(folder, 'redoc.standalone.js'));
}

function scalarPage(folder: string): void {
  const script = join(fetchPackage(scalar), 'dist/browser/standalone.js');
  copyFileSync(script, join(folder, 'standalone.js'));
  copyFileSync(document, join(folder, 'openapi.json'));
  writeFileSync(
    join(folder, 'index.html'),
    page(
      '',
      `<div id="app"></div><script src="standalone.js"></script><script>Scalar.createApiReference('#app', { url: 'openapi.json' })</script>`,
    ),
  );
}

function swaggerPage(folder: string): void {
  const dist = fetchPackage(swaggerUi);
  const initializer = 'swagger-initializer.js';
  cpSync(dist, folder, { recursive: true, filter: (file) => !file.endsWith('.map') });
  const script = readFileSync(join(dist, initializer), 'utf8');
  writeFileSync(join(folder, initializer), script.replace(/url: "[^"]*"/, 'url: "openapi.json"'));
  copyFileSync(document, join(folder, 'openapi.json'));
}

function elementsPage(folder: string): void {
  const dist = fetchPackage(elements);
  copyFileSync(join(dist, 'web-components.min.js'), join(folder, 'elements.js'));
  copyFileSync(join(dist, 'styles.min.css'), join(folder, 'elements.css'));
  copyFileSync(document, join(folder, 'openapi.json'));
  writeFileSync(
    join(folder, 'index.html'),
    page(
      '<link rel="stylesheet" href="elements.css" />',
      `<elements-api apiDescriptionUrl="openapi.json" router="hash"></elements-api><script src="elements.js"></script>`,
    ),
  );
}

function rapiDocPage(folder: string): void {
  copyFileSync(join(fetchPackage(rapiDoc), 'dist/rapidoc-min.js'), join(folder, 'rapidoc.js'));
  copyFileSync(document, join(folder, 'openapi.json'));
  writeFileSync(
    join(folder, 'index.html'),
    page('<script type="module" src="rapidoc.js"></script>', '<rapi-doc spec-url="openapi.json"></rapi-doc>'),
  );
}

const page = (head: string, body: string) => `<!doctype html>
<html lang="en">
  <head>
    <title>VPC Endpoint API</title>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    ${head}
  </head>
  <body>
    ${body}
  </body>
</html>
`;

/** A group of the menu, which scripts make, and an operation of it. */
const group = 'Endpoint services';
const summary = 'Create an endpoint service';
const menuEntry = `text=/^${group}$/`;
const openGroup: Press = { what: `menu: ${group}`, on: menuEntry, shows: { selector: 'a', text: summary } };

/**
 * Makes the pages.
 *
 * @param before the folder of an earlier build of these pages, to compare them with.
 */
export function makeSubjects(before?: string): Subject[] {
  const folders = {
    stock: emptyFolder('stock'),
    scalar: emptyFolder('scalar'),
    swagger: emptyFolder('swagger'),
    elements: emptyFolder('elements'),
    rapiDoc: emptyFolder('rapidoc'),
    ours: emptyFolder('ours'),
    before: emptyFolder('before'),
  };
  stockPage(folders.stock, document);
  scalarPage(folders.scalar);
  swaggerPage(folders.swagger);
  elementsPage(folders.elements);
  rapiDocPage(folders.rapiDoc);
  cpSync(ours, folders.ours, { recursive: true });
  if (before !== undefined) cpSync(before, folders.before, { recursive: true });
  const own = {
    own: true,
    folder: folders.ours,
    press: {
      what: 'tab: TypeScript',
      on: '.tabs label:text-is("TypeScript")',
      shows: { selector: '.tabs pre', text: 'createVpcepClient' },
    },
    ready: '.menu',
    search: { open: 'Control+k', field: '.search-dialog input', result: '.search-dialog [role=option]' },
  };
  /** By its whole address: without it, the page has to be searched for an ending. */
  const operation = '[id="tag/Endpoint-services/operation/createEndpointService"]';
  return [
    {
      name: 'redocly build-docs (Redoc 3.0.1)',
      folder: folders.stock,
      path: '/',
      ready: menuEntry,
      search: {
        open: 'Control+k',
        field: 'input[placeholder^="Search"]',
        result: '[data-component-name="Search/SearchItem"]',
      },
      press: openGroup,
    },
    {
      name: `Scalar ${scalar.version}`,
      folder: folders.scalar,
      path: '/',
      ready: menuEntry,
      search: { open: 'Control+k', field: 'input[role=combobox]', result: '[role=option]' },
      press: openGroup,
    },
    {
      name: `Swagger UI ${swaggerUi.version}`,
      folder: folders.swagger,
      path: '/',
      ready: '.opblock',
      press: {
        what: `operation: ${summary}`,
        on: `.opblock-post .opblock-summary-control:has-text("${summary}")`,
        shows: { selector: '.opblock-post .opblock-body', text: 'Parameters' },
      },
    },
    {
      name: `Stoplight Elements ${elements.version}`,
      folder: folders.elements,
      path: '/',
      ready: menuEntry,
      press: openGroup,
    },
    {
      name: `RapiDoc ${rapiDoc.version}`,
      folder: folders.rapiDoc,
      path: '/',
      ready: '.nav-bar-path',
      press: {
        what: `menu: ${summary}`,
        on: `.nav-bar-path:has-text("${summary}")`,
        shows: { selector: '.nav-bar-path.active', text: summary, inShadowOf: 'rapi-doc' },
      },
    },
    ...(before === undefined
      ? []
      : [
          {
            name: 'these pages before, all on one',
            folder: folders.before,
            path: '/',
            ready: '.menu',
            search: own.search,
            press: {
              what: own.press.what,
              on: `${operation} [role=tab]:text-is("TypeScript")`,
              shows: { selector: `${operation} [role=tabpanel]`, text: own.press.shows.text },
            },
          },
        ]),
    { name: 'an operation, large', path: '/operations/createEndpointService/', ...own },
    { name: 'an operation, small', path: '/operations/deleteEndpoint/', ...own },
    { name: 'an operation in Chinese', path: '/zh-CN/operations/createEndpointService/', ...own },
    { name: 'all on one page', path: '/all/', ...own },
  ];
}
