import { expectTypeOf, test } from 'vitest';
import type { ResourceInstance } from '@vpcep/types';
import { createVpcepClient, type Paginated, type VpcepClient } from '../src/index.js';
import type { PagedItems, VpcepClient as ChineseClient } from '../src/zh-CN/index.js';

declare const client: ChineseClient;

test('the client has the same types in both languages', () => {
  expectTypeOf<ChineseClient>().toExtend<VpcepClient>();
  expectTypeOf<VpcepClient>().toExtend<ChineseClient>();
  expectTypeOf<keyof ChineseClient>().toEqualTypeOf<keyof VpcepClient>();
  expectTypeOf(createVpcepClient).returns.toExtend<ChineseClient>();
});

test('the items of a list are the same in both languages', () => {
  expectTypeOf(client.paginate('listEndpoints')).toEqualTypeOf<Paginated<PagedItems['listEndpoints']>>();
  expectTypeOf<PagedItems['listResourceInstances']>().toEqualTypeOf<ResourceInstance>();
});
