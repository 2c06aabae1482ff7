import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/dist/', '**/generated/', 'packages/client/consumers/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers are as fit for a text as texts are.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // What the API calls deprecated is still part of it: the mock answers it, and the console shows it.
      '@typescript-eslint/no-deprecated': ['error', { allow: ['public_border_group', 'vip_port_id'] }],
      // The modules of Nest are classes of nothing but a decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // A name that begins with _ says that the value is left out on purpose.
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
    },
  },
  {
    // The client runs wherever there is fetch, and the reader of the document in any program: Node's own modules and globals
    // stay out of them, but for the subpaths that are for Node.
    files: ['openapi/src/**/*.ts', 'packages/client/src/**/*.ts', 'packages/types/src/**/*.ts'],
    ignores: ['openapi/src/{documents,reference-page}.ts', 'packages/client/src/node/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['node:*'], message: 'This runs in browsers too.' }] }],
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        '__dirname',
        '__filename',
        'global',
        'require',
        'setImmediate',
      ],
    },
  },
  {
    // The core of the mock runs in pages too. That it imports nothing of Node's is seen when it is built for them.
    files: [
      'packages/mock/src/{authentication,behaviour,control,core,iam,page,platform,request,scenarios,store,validators,values}/**/*.ts',
    ],
    rules: { 'no-restricted-globals': ['error', 'process', 'Buffer', 'global', 'require', 'setImmediate'] },
  },
  {
    // What a POSIX system lets pass, and Windows does not.
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[property.name="pathname"] > NewExpression[callee.name="URL"]:has(MetaProperty)',
          message: 'On Windows that is no path: use fileURLToPath().',
        },
        {
          selector: 'CallExpression[arguments.0.value=/^(npm|npx|pnpm|yarn)$/][arguments.1]',
          message: 'On Windows npm is a script for a shell: run npmCli() of @vpcep/testing with process.execPath.',
        },
        {
          selector: 'CallExpression[arguments.0.value=/^(sh|bash)$/][arguments.1]',
          message: 'Windows has no such command: use posixShell() of @vpcep/testing.',
        },
        {
          selector:
            'CallExpression > :matches(Literal[value=/\\.bin\\W./], TemplateLiteral[quasis.1.value.raw=/\\.bin\\W./])',
          message: 'On Windows the commands in .bin are scripts for a shell: run the file that they run, or npmCli().',
        },
        {
          selector: 'CallExpression[callee.object.name="process"][callee.property.name="kill"] > UnaryExpression',
          message: 'Windows has no groups of processes: use endTree() of @vpcep/testing.',
        },
        {
          selector: 'CallExpression[callee.name=/^symlink(Sync)?$/][arguments.length=2]',
          message: "Windows lets not everybody make a link: pass 'junction', which it lets.",
        },
        {
          selector:
            'CallExpression[arguments.1.type="ArrayExpression"] > ObjectExpression > Property[key.name="shell"]',
          message: 'A shell gets arguments unquoted, and Node deprecates it: pass the command as one text.',
        },
      ],
    },
  },
  { files: ['**/*.mjs', '**/bin/*.js', '**/*.config.js'], languageOptions: { globals: globals.node } },
);
