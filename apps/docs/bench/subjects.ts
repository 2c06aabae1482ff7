import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchPackage, scalar, swaggerUi } from './peer-packages.js';

const require = createRequire(import.meta.url);
const document = require.resolve('@vpcep/openapi/openapi.json');
const chineseDocument = require.resolve('@vpcep/openapi/openapi.zh-CN.json');
const redocly = dirname(require.resolve('@redocly/cli/package.json'));
const ours = fileURLToPath(new URL('../dist', import.meta.url));
const sites = fileURLToPath(new URL('../node_modules/.cache/bench/sites', import.meta.url));

/** Pages made from the document, as somebody publishes them. */
export interface Subject {
  name: string;
  /** The name of the pages that it is compared with. */
  base: string;
  /** The folder that is published. */
  folder: string;
  /** The page within it. */
  path: string;
  /** What is there when the page can be read. */
  ready: string;
  /** What is there once the page does all that it can, for one that waits for a sign of its reader. */
  inUse?: string;
  /** How it is searched; not at all, where it has no search. */
  search?: { open: string; field: string; result: string };
}

function emptyFolder(name: string): string {
  const folder = join(sites, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** An entry of the menu, which scripts make. */
const menuEntry = 'text=/^Endpoint services$/';
const chineseMenuEntry = 'text=/^终端节点服务$/';

const cdn = /https:\/\/cdn\.redocly\.com\/redoc\/v[\d.]+\/bundles\//g;

/** What `redocly build-docs` writes. Its script, which readers get from its maker's host, comes from the same one here. */
function stockPage(folder: string, source: string, options: string[] = []): void {
  const page = join(folder, 'index.html');
  execFileSync(process.execPath, [join(redocly, 'bin/cli.js'), 'build-docs', source, '-o', page, ...options], {
    stdio: 'ignore',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  const html = readFileSync(page, 'utf8');
  if (options.length > 0) return;
  if (!cdn.test(html)) throw new Error('redocly build-docs no longer loads its script from where it did');
  writeFileSync(page, html.replace(cdn, './'));
  copyFileSync(join(redocly, 'lib/chunks/redoc.standalone.js'), join(folder, 'redoc.standalone.js'));
}

function scalarPage(folder: string): void {
  const script = join(fetchPackage(scalar), 'dist/browser/standalone.js');
  copyFileSync(script, join(folder, 'standalone.js'));
  copyFileSync(document, join(folder, 'openapi.json'));
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html>
<html>
  <head>
    <title>VPC Endpoint API</title>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
  </head>
  <body>
    <div id="app"></div>
    <script src="standalone.js"></script>
    <script>Scalar.createApiReference('#app', { url: 'openapi.json' })</script>
  </body>
</html>
`,
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

/** Makes the pages. */
export function makeSubjects(): Subject[] {
  const stock = {
    path: '/',
    ready: menuEntry,
    search: {
      open: 'Control+k',
      field: 'input[placeholder^="Search"]',
      result: '[data-component-name="Search/SearchItem"]',
    },
  };
  const folders = {
    stock: emptyFolder('stock'),
    chinese: emptyFolder('stock-chinese'),
    inlined: emptyFolder('stock-inlined'),
    scalar: emptyFolder('scalar'),
    swagger: emptyFolder('swagger'),
    ours: emptyFolder('ours'),
  };
  stockPage(folders.stock, document);
  stockPage(folders.chinese, chineseDocument);
  stockPage(folders.inlined, document, ['--inlineBundle']);
  scalarPage(folders.scalar);
  swaggerPage(folders.swagger);
  cpSync(ours, folders.ours, { recursive: true });
  const own = {
    folder: folders.ours,
    ready: '.menu',
    search: { open: 'Control+k', field: '.search-dialog input', result: '.search-dialog [role=option]' },
  };
  const base = 'redocly build-docs';
  const chineseBase = 'redocly build-docs, Chinese';
  return [
    { name: base, base, folder: folders.stock, ...stock },
    { name: 'redocly build-docs --inlineBundle', base, folder: folders.inlined, ...stock },
    {
      name: `Scalar ${scalar.version}`,
      base,
      folder: folders.scalar,
      path: '/',
      ready: menuEntry,
      search: { open: 'Control+k', field: 'input[role=combobox]', result: '[role=option]' },
    },
    { name: `Swagger UI ${swaggerUi.version}`, base, folder: folders.swagger, path: '/', ready: '.opblock' },
    { name: 'these pages, English', base, path: '/', ...own },
    { name: 'these pages, English, in use', base, path: '/', ...own, inUse: 'html[data-reference=ready]' },
    { name: chineseBase, base: chineseBase, folder: folders.chinese, ...stock, ready: chineseMenuEntry },
    { name: 'these pages, Chinese', base: chineseBase, path: '/zh-CN/', ...own },
  ];
}
