import type { Translated } from '@vpcep/openapi/documents';
import { type DescribedOperation, type Document, operationsOf, required } from '@vpcep/openapi/reader';
import { linkDecisions, tsdocComment } from '@vpcep/openapi/tsdoc';
import { areOptional, argumentsInterface, argumentsName, resultType, schemaNames } from './method-types.js';
import { pagesOf } from './pages-of.js';
import { pagedItem, pagingOf } from './paging.js';

const words: Record<keyof Translated, { methods: string; items: string }> = {
  en: { methods: 'One method per operation of the API.', items: 'What each list that comes in pages holds.' },
  'zh-CN': { methods: 'API 的每个接口对应一个方法。', items: '各分页列表中的元素。' },
};

/** The module of the methods' types, with the texts of a language. */
export function operationMethods(
  document: Document,
  language: keyof Translated,
  modules: { types: string; call: string },
): string {
  const operations = operationsOf(document);
  const items = operations.flatMap((operation) => {
    const paging = pagingOf(document, operation);
    return paging === undefined ? [] : [{ ...operation, item: pagedItem(document, operation, paging) }];
  });
  const schemas = [...new Set([...operations.flatMap(schemaNames), ...items.map(({ item }) => item)])].sort();
  const codesOfAll = commonCodes(operations);
  const members = operations.map((operation) => {
    const parameter = `args${areOptional(operation) ? '?' : ''}: ${argumentsName(operation)}`;
    const comment = tsdocComment(textOf(operation, language, codesOfAll), '  ');
    return `${comment}  ${operation.operationId}: (${parameter}) => VpcepCall<${resultType(operation)}>;\n`;
  });
  return `import type { operations, ${schemas.join(', ')} } from '${modules.types}';
import type { CallOptions } from '${modules.call}/call-options.js';
import type { VpcepCall } from '${modules.call}/vpcep-call.js';

${operations.map((operation) => argumentsInterface(document, operation, language)).join('\n')}
/** ${words[language].methods} */
export interface OperationMethods {
${members.join('\n')}}

/** ${words[language].items} */
export interface PagedItems {
${items.map(({ operationId, item }) => `  ${operationId}: ${item};\n`).join('')}}
`;
}

/** What editors say of a method. A deprecated one's description says why it is, and stands where editors show that. */
function textOf(described: DescribedOperation, language: keyof Translated, codesOfAll: ReadonlySet<string>): string {
  const { operation, method, path } = described;
  const summary = required(operation.summary, described, 'summary');
  const description = linkDecisions(required(operation.description, described, 'description').trim(), language);
  const codes = (operation['x-error-codes'] ?? []).filter((code) => !codesOfAll.has(code));
  const route = `\`${method.toUpperCase()} ${path}\``;
  return [
    summary,
    ...(operation.deprecated === true ? [route, `@deprecated ${description}`] : [description, route]),
    [
      ...(codes.length === 0 ? [] : [`@throws VpcepHttpError: ${codes.map((code) => `\`${code}\``).join(', ')}`]),
      ...pagesOf(described, language),
    ].join('\n'),
  ].join('\n\n');
}

/** The codes that more than half of the operations give, which say nothing of any one of them. */
function commonCodes(operations: readonly DescribedOperation[]): Set<string> {
  const all = operations.flatMap(({ operation }) => operation['x-error-codes'] ?? []);
  return new Set(all.filter((code) => all.filter((other) => other === code).length > operations.length / 2));
}
