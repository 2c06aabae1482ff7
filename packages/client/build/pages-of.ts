import type { Translated } from '@vpcep/openapi/documents';
import { type DescribedOperation, operationAddress } from '@vpcep/openapi/reader';
import { seeReference } from '@vpcep/openapi/tsdoc';

const official: Record<keyof Translated, string> = { en: "Huawei Cloud's page", 'zh-CN': '华为云文档' };

/** Tags that lead to what there is to read about an operation: in the reference, and Huawei Cloud's where the document has it. */
export function pagesOf({ operationId, operation }: DescribedOperation, language: keyof Translated): string[] {
  const { externalDocs } = operation;
  return [
    seeReference(operationAddress(operationId), language),
    ...(externalDocs === undefined ? [] : [`@see {@link ${externalDocs.url} | ${official[language]}}`]),
  ];
}
