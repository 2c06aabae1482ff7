import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { document } from '@vpcep/openapi/documents';
import { operationsOf } from '@vpcep/openapi/reader';
import ts from 'typescript';
import { expect, test } from '@playwright/test';

const source = fileURLToPath(new URL('../src/', import.meta.url));

/** The methods that a file calls, by their names, and the texts that are the first argument of such a call. */
function callsIn(file: string): string[] {
  const called: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { name } = node.expression;
      const [first] = node.arguments;
      called.push(name.text);
      // A list is read to its end by the name of its operation.
      if (name.text === 'paginate' && first !== undefined && ts.isStringLiteral(first)) called.push(first.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(file, readFileSync(source + file, 'utf8'), ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX),
  );
  return called;
}

test('every operation of the document is called somewhere in the console', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !name.startsWith('generated'),
  );
  const called = new Set(files.flatMap(callsIn));
  const all = operationsOf(document).map(({ operationId }) => operationId);
  expect(all.filter((operationId) => !called.has(operationId))).toEqual([]);
  expect(all.length).toBeGreaterThan(0);
});
