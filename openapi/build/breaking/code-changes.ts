import type { Schema } from '../../src/reader.js';
import { type RequestSchema, writtenAt } from '../request-schemas.js';
import { nameOf } from './demands.js';
import type { ComparedOperation, OperationChange } from './operation-pairs.js';

/**
 * What has become of the codes that an operation answers with. They are like the fields of a result: a reader has to
 * expect others, and may depend on those that are there.
 */
export function codeChanges(released: ComparedOperation, present: ComparedOperation): OperationChange[] {
  const before = released.operation['x-error-codes'] ?? [];
  const after = present.operation['x-error-codes'] ?? [];
  const list = (codes: string[], others: string[], what: string, breaks: boolean): OperationChange[] => {
    const different = codes.filter((code) => !others.includes(code));
    const message = `Results: error codes were ${what}: ${different.join(', ')}.`;
    return different.length === 0 ? [] : [{ pointer: present.pointer, message, breaks }];
  };
  const places = new Map(released.schemas.map((schema) => [nameOf(schema.place), schema]));
  return [
    ...list(before, after, 'removed', true),
    ...list(after, before, 'added', false),
    ...present.schemas.flatMap((schema) => {
      const earlier = places.get(nameOf(schema.place));
      return earlier === undefined ? [] : keywordChanges(earlier, schema);
    }),
  ];
}

/** The keywords of JSON Schema that a value can break. */
const assertions = [
  'type',
  'enum',
  'const',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'required',
  'additionalProperties',
] as const satisfies (keyof Schema)[];

function keywordChanges(released: RequestSchema, present: RequestSchema): OperationChange[] {
  const byCodes = new Map<string, string[]>();
  for (const keyword of assertions) {
    if (!(keyword in released.schema && keyword in present.schema)) continue;
    const before = codeOf(released.schema, keyword);
    const after = codeOf(present.schema, keyword);
    if (before === after) continue;
    const codes = `is answered with ${after}, and was with ${before}`;
    byCodes.set(codes, [...(byCodes.get(codes) ?? []), keyword]);
  }
  return [...byCodes].map(([codes, keywords]) => ({
    pointer: writtenAt(present, 'x-error-code'),
    message: `Results: a breach of ${keywords.join(', ')} ${codes}.`,
    breaks: true,
  }));
}

/** The code of a breach of a keyword. */
function codeOf({ 'x-error-code': codes }: Schema, keyword: string): string {
  return (typeof codes === 'object' ? codes[keyword] : codes) ?? 'the general code';
}
