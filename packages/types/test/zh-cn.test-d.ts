import { expectTypeOf, test } from 'vitest';
import type * as english from '../src/index.js';
import type * as chinese from '../src/zh-CN/index.js';

test('the types are the same in both languages, whatever they are called by', () => {
  expectTypeOf<chinese.paths>().toEqualTypeOf<english.paths>();
  expectTypeOf<chinese.operations>().toEqualTypeOf<english.operations>();
  expectTypeOf<chinese.components>().toEqualTypeOf<english.components>();
  expectTypeOf<typeof chinese>().toEqualTypeOf<typeof english>();
});

test('each can stand for the other', () => {
  expectTypeOf<chinese.CreateEndpointServiceRequest>().toExtend<english.CreateEndpointServiceRequest>();
  expectTypeOf<english.EndpointService>().toExtend<chinese.EndpointService>();
  expectTypeOf<chinese.EndpointServiceType>().toEqualTypeOf<english.EndpointServiceType>();
});
