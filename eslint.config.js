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
      // A name that begins with _ says that the value is left out on purpose.
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
    },
  },
  {
    // The client runs wherever there is fetch: Node's own modules and globals stay out of it, but for its subpath ./node.
    files: ['packages/client/src/**/*.ts', 'packages/types/src/**/*.ts'],
    ignores: ['packages/client/src/node/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*'], message: 'The client runs in browsers too.' }] },
      ],
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
  { files: ['**/*.mjs', '**/bin/*.js', '**/*.config.js'], languageOptions: { globals: globals.node } },
);
