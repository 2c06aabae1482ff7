import { document } from '@vpcep/openapi/documents';
import { isSafePattern } from 'redos-detector';
import { expect, test } from 'vitest';

function patternsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]: [string, unknown]) =>
    name === 'pattern' && typeof inside === 'string' ? [inside] : patternsIn(inside),
  );
}
const patterns = [...new Set(patternsIn(document))];

test('the document has patterns', () => {
  expect(patterns.length).toBeGreaterThan(10);
});

test.each(patterns)('no text keeps %s busy', (pattern) => {
  // Without *, + and {n,}, the work has a bound, whatever the text.
  const isBounded = !/[*+]|\{\d+,\}/.test(pattern.replaceAll(/\\.|\[[^\]]*\]/g, ''));
  const { safe } = isSafePattern(pattern, { unicode: true, maxScore: 10 });
  expect(safe || isBounded).toBe(true);
});
