import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Order, type Row, RowList } from '../src/store/row-list.js';

/** Thousands of rows, so that the list has to divide them, come and go and change in any order. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add' as const), count: fc.integer({ min: 1, max: 700 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('change' as const), at: fc.nat(), count: fc.nat(200) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), at: fc.nat(), count: fc.nat(900) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), at: fc.nat(), count: fc.nat(300) }) },
);
const page = fc.record({
  order: fc.constantFrom<Order>('created', 'changed'),
  descending: fc.boolean(),
  offset: fc.nat(3000),
  limit: fc.integer({ min: 1, max: 1000 }),
});

test('a list of rows is what sorting all of them gives, whatever came, changed and went', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), fc.array(page, { minLength: 1, maxLength: 5 }), (steps, pages) => {
      const list = new RowList<number>();
      const rows: Row<number>[] = [];
      const gone: Row<number>[] = [];
      let places = 0;
      for (const { kind, count, ...where } of steps) {
        const at = 'at' in where ? where.at : 0;
        for (let index = 0; index < count; index++) {
          const picked = rows[(at + index * 7) % Math.max(rows.length, 1)];
          if (kind === 'add') {
            const row = { record: ++places, created: places, changed: places };
            rows.push(row);
            list.add(row);
          } else if (kind === 'change' && picked !== undefined) {
            list.remove(picked, ['changed']);
            picked.changed = ++places;
            list.add(picked, ['changed']);
          } else if (kind === 'remove' && picked !== undefined) {
            list.remove(picked);
            gone.push(...rows.splice(rows.indexOf(picked), 1));
          } else if (kind === 'restore') {
            // A row from the middle of the order, as when a status comes again.
            const row = gone.splice(at % Math.max(gone.length, 1), 1)[0];
            if (row === undefined) continue;
            rows.push(row);
            list.add(row);
          }
        }
      }
      expect(list.size).toBe(rows.length);
      for (const { order, descending, offset, limit } of pages) {
        const sorted = [...rows].sort((a, b) => (descending ? b[order] - a[order] : a[order] - b[order]));
        expect(list.slice(order, descending, offset, limit)).toEqual(
          sorted.slice(offset, offset + limit).map(({ record }) => record),
        );
      }
    }),
    { numRuns: scaled(40) },
  );
});

test('a row that is not in the list cannot be removed', () => {
  const list = new RowList<string>();
  list.add({ record: 'a', created: 1, changed: 1 });
  expect(() => {
    list.remove({ record: 'b', created: 1, changed: 1 });
  }).toThrow('not in the list');
});
