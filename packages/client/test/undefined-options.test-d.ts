import { expectTypeOf, test } from 'vitest';
import type { CheckOptions } from '../src/checks/index.js';
import type { RecordHarOptions } from '../src/har/index.js';
import type {
  AttemptOptions,
  CallOptions,
  ConnectionWaitOptions,
  Hooks,
  PaginateOptions,
  VpcepClientOptions,
  VpcepCoreOptions,
  WaitOptions,
} from '../src/index.js';
import type { ProfileOptions } from '../src/node/index.js';
import type { Connection, EndpointService } from '@vpcep/types';

/** The members that may be left out, and may not be undefined. */
type RefusesUndefined<T> = T extends object
  ? { [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K> ? IfRefused<T, K> : never }[keyof T]
  : never;
type IfRefused<T, K extends keyof T> = Record<K, undefined> extends Pick<T, K> ? never : K;

test('what may be left out of options may also be undefined, whatever the compiler options', () => {
  expectTypeOf<RefusesUndefined<{ left?: string; out?: string | undefined }>>().toEqualTypeOf<'left'>();
  expectTypeOf<RefusesUndefined<AttemptOptions | CallOptions | Hooks>>().toBeNever();
  expectTypeOf<RefusesUndefined<VpcepClientOptions | VpcepCoreOptions>>().toBeNever();
  expectTypeOf<RefusesUndefined<PaginateOptions | WaitOptions<EndpointService>>>().toBeNever();
  expectTypeOf<RefusesUndefined<ConnectionWaitOptions<Connection>>>().toBeNever();
  expectTypeOf<RefusesUndefined<CheckOptions | RecordHarOptions | ProfileOptions>>().toBeNever();
});
