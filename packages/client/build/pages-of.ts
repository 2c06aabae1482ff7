import type { Translated } from '@vpcep/openapi/documents';
import { anchorOf, type DescribedOperation } from '@vpcep/openapi/reader';
import { referencePage } from '@vpcep/openapi/tsdoc';

const words: Record<keyof Translated, { reference: string; vendor: string }> = {
  en: { reference: 'the reference', vendor: "the vendor's page" },
  'zh-CN': { reference: 'API 参考', vendor: '官方页面' },
};

/** Tags that lead to what there is to read about an operation: in the reference, and the vendor's where the document has it. */
export function pagesOf(described: DescribedOperation, language: keyof Translated): string[] {
  const { reference, vendor } = words[language];
  const page = referencePage(`#${anchorOf(described)}`, language);
  const { externalDocs } = described.operation;
  return [
    `@see {@link ${page} | ${reference}}`,
    ...(externalDocs === undefined ? [] : [`@see {@link ${externalDocs.url} | ${vendor}}`]),
  ];
}
