import type { Har as StandardHar } from 'har-format';
import { expectTypeOf, test } from 'vitest';
import { recordHar, type Har } from '../src/har/index.js';
import { createVpcepClient } from '../src/index.js';

test('the record is an HTTP Archive as others read it', () => {
  expectTypeOf<Har>().toExtend<StandardHar>();
});

test('a client takes what records it as its options', () => {
  const { har, ...options } = recordHar();
  expectTypeOf(createVpcepClient).toBeCallableWith({
    region: 'cn-north-4',
    credentials: { token: 'any' },
    ...options,
  });
  expectTypeOf(har()).toEqualTypeOf<Har>();
});
