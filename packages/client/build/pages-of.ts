import type { Translated } from '@vpcep/openapi/documents';
import type { DescribedOperation } from '@vpcep/openapi/reader';
import { referencePage } from '@vpcep/openapi/tsdoc';

const words: Record<keyof Translated, { reference: string; vendor: string }> = {
  en: { reference: 'the reference', vendor: "the vendor's page" },
  'zh-CN': { reference: 'API 参考', vendor: '官方页面' },
};

/** Tags that lead to the pages about an operation: that of the reference, and the vendor's where the document has it. */
export function pagesOf({ operation, operationId }: DescribedOperation, language: keyof Translated): string[] {
  const { reference, vendor } = words[language];
  const page = referencePage(`operations/${operationId}/`, language);
  const { externalDocs } = operation;
  return [
    `@see {@link ${page} | ${reference}}`,
    ...(externalDocs === undefined ? [] : [`@see {@link ${externalDocs.url} | ${vendor}}`]),
  ];
}
