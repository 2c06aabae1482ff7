import { createRequire } from 'node:module';
import { document, laterStates } from '@vpcep/openapi/documents';
import { operationAddress, operationsOf } from '@vpcep/openapi/reader';
import type { Language } from './languages.js';

const pathFiles = createRequire(import.meta.url)('@vpcep/openapi/sources.json') as Record<string, string>;

/** The pages that are made from one file; all others of the reference are made from the document's first. */
const files = new Map<string, string>([
  ['errors/', 'openapi/errors.yaml'],
  ['later/', `openapi/overlays/${laterStates.at(-1) ?? ''}.yaml`],
  ['guides/', 'apps/docs/src/guides/guides.ts'],
  ...operationsOf(document).map(({ operationId, path }): [string, string] => [
    operationAddress(operationId),
    `openapi/${pathFiles[path] ?? ''}`,
  ]),
]);

/** The file of the repository that a page is written in, or the first of them. */
export function sourceOf(path: string, language: Language): string {
  const [, guide] = /^guides\/([^/]+)\/$/.exec(path) ?? [];
  if (guide !== undefined) return `apps/docs/guides/${language}/${guide}.md`;
  if (path === 'changelog/') return `openapi/CHANGELOG${language === 'en' ? '' : `.${language}`}.md`;
  return files.get(path) ?? 'openapi/openapi.yaml';
}
