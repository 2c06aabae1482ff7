/**
 * The rooms of each workspace, from the top floor down to the ground, one floor a line. A room is a folder with all that
 * is in it, or a file. It may import from itself and from lower floors, not from a room beside it or above it.
 *
 * On top of all that is listed are the tests, and below them the benchmarks and the files right in the workspace, such as
 * the configurations of tools. What is generated is on no floor.
 *
 * A new room goes above everything that it imports from, and below everything that imports from it.
 *
 * @type {Record<string, string[][]>}
 */
export const floors = {
  openapi: [['build', 'lint'], ['src']],

  'packages/types': [['build'], ['src']],

  'packages/client': [
    ['consumers', 'examples', 'build'],
    ['src/testing'],
    [
      'src/index.ts',
      'src/node',
      'src/checks',
      'src/har',
      'src/otel',
      'src/error-catalogue.ts',
      'src/ensure',
      'src/zh-CN',
    ],
    ['src/create-client.ts', 'src/create-core.ts', 'src/password-credentials.ts'],
    ['src/project-of-client.ts'],
    ['src/client-options.ts', 'src/create-http.ts', 'src/create-methods.ts', 'src/paginate.ts'],
    ['src/call-arguments.ts', 'src/waiters'],
    ['src/operation-types.ts', 'src/logging'],
    ['src/call'],
    ['src/authentication', 'src/timestamps.ts', 'src/url'],
    ['src/given'],
    ['src/errors'],
  ],

  'packages/mock': [
    ['bin', 'build'],
    ['src/cli.ts', 'src/index.ts', 'src/browser.ts', 'src/msw.ts'],
    ['src/control-exports.ts', 'src/start-mock.ts', 'src/page', 'src/snapshot-command.ts'],
    ['src/open-worlds.ts'],
    ['src/server', 'src/open-root-world.ts', 'src/answering-of.ts', 'src/shared', 'src/server-option-rules.ts'],
    ['src/core', 'src/connect', 'src/version.ts'],
    ['src/worlds'],
    ['src/contract', 'src/control', 'src/iam', 'src/options.ts'],
    ['src/journal'],
    ['src/option-rules.ts'],
    ['src/authentication', 'src/behaviour', 'src/persistence', 'src/scenarios', 'src/runtime.ts'],
    ['src/snapshots'],
    ['src/store'],
    ['src/values'],
    ['src/validators'],
    ['src/faults', 'src/clock.ts', 'src/transition.ts', 'src/request'],
    ['src/answer.ts', 'src/document'],
    ['src/log', 'src/keeping.ts', 'src/mock-start-error.ts', 'src/usage-error.ts', 'src/duration.ts', 'src/ids.ts'],
    ['src/shown', 'src/platform'],
  ],

  'packages/drift': [
    ['bin'],
    ['src/cli.ts', 'src/index.ts'],
    ['src/read-live.ts', 'src/drift-of.ts'],
    ['src/options.ts', 'src/read', 'src/report'],
    ['src/judge'],
    ['src/documents.ts', 'src/mask.ts', 'src/traffic', 'src/version.ts'],
    ['src/drift-error.ts'],
  ],

  'packages/rules': [['src']],
  'packages/bundled-licences': [['src']],
  'packages/commonjs': [['src']],
  'packages/chromium': [['src']],
  'packages/redis': [['src']],
  'packages/testing': [['src']],
  'packages/tool-tests': [],

  'apps/docs': [
    ['build', 'redoc'],
    ['src/browser'],
    ['src/machines', 'src/reference'],
    ['src/redoc', 'src/search'],
    ['src/changelog', 'src/errors', 'src/guides', 'src/later', 'src/regions', 'src/try-it'],
    ['src/constraints', 'src/descriptions', 'src/decisions', 'src/operations', 'src/samples', 'src/workflows'],
    ['src/calls', 'src/site'],
  ],

  'apps/console': [
    ['build'],
    ['src/main.tsx'],
    ['src/app'],
    ['src/approvals', 'src/endpoint-services', 'src/endpoints'],
    ['src/connections', 'src/permissions', 'src/pictures', 'src/quotas', 'src/tags'],
    ['src/bulk', 'src/resources'],
    ['src/frame'],
    ['src/mock-drawer'],
    ['src/dialogs', 'src/forms', 'src/lists', 'src/networks'],
    ['src/fields', 'src/loading'],
    ['src/leaving', 'src/problems', 'src/waiting'],
    ['src/configuration', 'src/location'],
    ['src/messages'],
    ['src/components', 'src/elements'],
    ['src/language', 'src/theme'],
    ['src/api', 'src/clipboard', 'src/document', 'src/remembered'],
  ],

  scripts: [['release']],
};
