import type { Translated } from '@vpcep/openapi/documents';
import { anchorOf, type DescribedOperation } from '@vpcep/openapi/reader';
import { referencePage } from '@vpcep/openapi/tsdoc';

const words: Record<keyof Translated, { reference: string; official: string }> = {
  en: { reference: 'the reference', official: "Huawei Cloud's page" },
  'zh-CN': { reference: 'API 参考', official: '华为云页面' },
};

/** Tags that lead to what there is to read about an operation: in the reference, and Huawei Cloud's where the document has it. */
export function pagesOf(described: DescribedOperation, language: keyof Translated): string[] {
  const { reference, official } = words[language];
  const page = referencePage(`#${anchorOf(described)}`, language);
  const { externalDocs } = described.operation;
  return [
    `@see {@link ${page} | ${reference}}`,
    ...(externalDocs === undefined ? [] : [`@see {@link ${externalDocs.url} | ${official}}`]),
  ];
}
