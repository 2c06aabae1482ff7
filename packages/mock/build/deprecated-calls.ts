import { patchModules } from './patch-modules.js';

/**
 * Replaces what Node has deprecated, of which it would tell those who run the mock. The newest versions of these modules
 * that Prism takes still call it.
 */
export const callNothingDeprecated = patchModules('call-nothing-deprecated', [
  // `process.binding` (DEP0111): in a bundle they do not find the module that they look for first.
  ...['lodash/lodash.js', 'lodash/_nodeUtil.js'].map((module) => ({
    module,
    replacements: [
      [/freeProcess && freeProcess\.binding && freeProcess\.binding\('util'\)/, `require('util').types`] as const,
    ],
  })),
]);
