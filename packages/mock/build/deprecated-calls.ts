import { patchModules } from './patch-modules.js';

/**
 * Replaces what Node has deprecated, of which it would tell those who run the mock. The newest versions of these modules
 * that Prism takes still call it.
 */
export const callNothingDeprecated = patchModules('call-nothing-deprecated', [
  {
    // It resolves references with `url.parse` and `url.resolve` (DEP0169).
    module: '@stoplight/json-schema-ref-parser/lib/util/url.js',
    replacements: [
      [
        /^exports\.parse = require\("url"\)\.parse;$/m,
        `exports.parse = function (text) {
  const parsed = new URL(text);
  // Where its reader of http looks for credentials, which it has \`format\` leave out.
  parsed.auth = parsed.username && decodeURIComponent(parsed.username + ':' + parsed.password);
  return parsed;
};`,
      ],
      [
        /^exports\.format = require\("url"\)\.format;$/m,
        `exports.format = function (parsed) {
  parsed.username = parsed.password = '';
  return parsed.href;
};`,
      ],
      [
        /^exports\.resolve = require\("url"\)\.resolve;$/m,
        // As Node's documentation recommends. A path has no scheme, and is to have none afterwards.
        `exports.resolve = function (from, to) {
  const resolved = new URL(to, new URL(from, 'resolve://'));
  return resolved.protocol === 'resolve:' ? resolved.pathname + resolved.search + resolved.hash : resolved.href;
};`,
      ],
    ],
  },
  // `process.binding` (DEP0111): in a bundle they do not find the module that they look for first.
  ...['lodash/lodash.js', 'lodash/_nodeUtil.js'].map((module) => ({
    module,
    replacements: [
      [/freeProcess && freeProcess\.binding && freeProcess\.binding\('util'\)/, `require('util').types`] as const,
    ],
  })),
]);
