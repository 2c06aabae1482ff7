import { readFileSync } from 'node:fs';
import { document } from '@vpcep/openapi/documents';
import { operationsOf } from '@vpcep/openapi/reader';
import ts from 'typescript';
import { expect, test } from 'vitest';

test('the methods of calls that the document deprecates are deprecated, and no others', () => {
  const file = new URL('../dist/generated/operation-methods.d.cts', import.meta.url);
  const source = ts.createSourceFile('methods.d.ts', readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const deprecated: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && ts.getJSDocDeprecatedTag(node) !== undefined)
      deprecated.push(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(source);
  const documented = operationsOf(document).filter(({ operation }) => operation.deprecated === true);
  expect(documented.map(({ operationId }) => operationId)).toContain('deleteEndpointPolicy');
  expect(deprecated.sort()).toEqual(documented.map(({ operationId }) => operationId).sort());
});
