import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';
import { patchModules } from './patch-modules.js';

/** What Prism requires at its start and the mock never comes to, and why not. */
const unreached: [module: RegExp, reason: string][] = [
  [/^(node-fetch|https?-proxy-agent)$/, 'the mock forwards no requests'],
  [/^json-schema-ref-parser$/, 'values are made up from schemas without references'],
  [/^@stoplight\/json-schema-ref-parser$/, 'the mock resolves references itself'],
  [/^pino$/, 'the mock has a log of its own'],
  [/^@stoplight\/http-spec\/(oas2|postman)\/operation$/, 'the mock reads OpenAPI 3'],
  [/^\.\.?\/(encodings\/)?tables\/.+\.json$/, 'the mock reads UTF-8 alone'],
];

/** Puts stubs in the place of what is never reached. Whatever comes there all the same gets an error that says so. */
export const stubUnreached: Plugin = {
  name: 'stub-unreached',
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
        path.startsWith('.') && !/[\\/]iconv-lite[\\/]/.test(importer)
          ? undefined
          : { path, namespace: 'stub', pluginData: `${path} is not part of this build: ${reason}` },
      );
    }
    build.onLoad({ filter: /^/, namespace: 'stub' }, ({ pluginData }) => ({
      contents: `module.exports = new Proxy(function () {}, { get(_, name) {
        if (name === '__esModule') return false;
        throw new Error(${JSON.stringify(pluginData)});
      } });`,
    }));
  },
};

/** Modules that only some calls come to: the reader of documents, the maker of random values, and what few answers need. */
const seldomReached =
  /[\\/](http-spec[\\/]oas3[\\/]operation\.js|prism-http[\\/]dist[\\/](utils[\\/]operations|mocker[\\/]generator[\\/]JSONSchema)\.js|mime-types[\\/]index\.js|lodash[\\/]fp\.js)$/;

/** Loads those modules lazily, at their first use. Their users reach for their members only when they call them. */
export const lazyLoad: Plugin = {
  name: 'lazy-load',
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

/** Patches Prism where it takes its time for nothing. */
export const patchPrism = patchModules('patch-prism', [
  {
    module: '@stoplight/prism-http/dist/validator/validators/utils.js',
    replacements: [
      // One for each draft of JSON Schema, of which a document uses one or two.
      [/^ {4}(\w+): createAjvInstances\((.+)\),$/gm, 'get $1() { return this.made_$1 ??= createAjvInstances($2); },'],
      // To check the schemas themselves takes longer than to compile them, and Prism keeps to itself what that finds.
      [/^ {4}strict: false,$/m, 'strict: false, validateSchema: false,'],
      // Each keeps all that it has compiled, also what is of a document that is no longer there.
      [
        /^ {4}const validationFunction = ajvInstance\.compile\(/m,
        `    compiled += 1;
    if (compiled % 100 === 0) for (const name in ajvInstances) if (name.startsWith('made_')) delete ajvInstances[name];
    const validationFunction = ajvInstance.compile(`,
      ],
      [/^const validationsFunctionsCache =/m, 'let compiled = 0;\nconst validationsFunctionsCache ='],
    ],
  },
  {
    module: '@stoplight/prism-http/dist/validator/index.js',
    replacements: [
      // Prism parses the template of an operation's path anew at each request, which takes longer than to match it.
      [
        /new uri_template_lite_1\.URI\.Template\(template\)/,
        '(templates.get(template) ?? templates.set(template, new uri_template_lite_1.URI.Template(template)).get(template))',
      ],
      [/^function getPathParams\(/m, 'const templates = new Map();\nfunction getPathParams('],
    ],
  },
  {
    module: '@stoplight/prism-http/dist/validator/utils/wildcardMediaTypeMatch.js',
    replacements: [
      // Of the few that the document has, it compares the same two media types at each request.
      [
        /^function wildcardMediaTypeMatch\((mediaTypeA), (mediaTypeB)\) \{$/m,
        `const matches = new Map();
function wildcardMediaTypeMatch(...mediaTypes) {
    const key = mediaTypes.join();
    if (!matches.has(key)) matches.set(key, compareMediaTypes(...mediaTypes));
    return matches.get(key);
}
function compareMediaTypes($1, $2) {`,
      ],
    ],
  },
]);
