import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

/** What Prism requires at its start and the mock never comes to, and why not. */
const unreached: [module: RegExp, reason: string][] = [
  [/^(node-fetch|https?-proxy-agent)$/, 'the mock forwards no requests'],
  [/^pino$/, 'the mock has a log of its own'],
  [/^@stoplight\/http-spec\/(oas2|postman)\/operation$/, 'the mock reads OpenAPI 3'],
  [/^\.\.?\/(encodings\/)?tables\/.+\.json$/, 'the mock reads UTF-8 alone'],
];

/** Leaves out what is never reached. Whatever comes there all the same gets an error that says so. */
export const leaveOut: Plugin = {
  name: 'leave-out',
  setup(build) {
    // Made-up values are in English.
    build.onResolve({ filter: /^@faker-js\/faker$/ }, ({ path, kind, resolveDir }) =>
      build.resolve(`${path}/locale/en`, { kind, resolveDir }),
    );
    // Its main file requires its parts in a way that only Node follows.
    build.onResolve({ filter: /^jsonc-parser$/ }, ({ path, kind, resolveDir }) =>
      build.resolve(`${path}/lib/esm/main.js`, { kind, resolveDir }),
    );
    for (const [filter, reason] of unreached) {
      build.onResolve({ filter }, ({ path, importer }) =>
        path.startsWith('.') && !importer.includes('/iconv-lite/')
          ? undefined
          : { path, namespace: 'left-out', pluginData: `${path} is not part of this build: ${reason}` },
      );
    }
    build.onLoad({ filter: /^/, namespace: 'left-out' }, ({ pluginData }) => ({
      contents: `module.exports = new Proxy(function () {}, { get(_, name) {
        if (name === '__esModule') return false;
        throw new Error(${JSON.stringify(pluginData)});
      } });`,
    }));
  },
};

/** Modules of Prism that only some calls come to: the reader of documents, and the maker of random values. */
const seldomReached = /\/prism-http\/dist\/(utils\/operations|mocker\/generator\/JSONSchema)\.js$/;

/** Loads those modules at their first use. Prism reaches for their members only when it calls them. */
export const loadLater: Plugin = {
  name: 'load-later',
  setup(build) {
    build.onLoad({ filter: seldomReached }, ({ path, suffix }) =>
      suffix === '?now'
        ? undefined
        : {
            resolveDir: dirname(path),
            contents: `const load = () => require(${JSON.stringify(`${path}?now`)});
        module.exports = new Proxy({}, { get: (_, name) => load()[name] });`,
          },
    );
  },
};
