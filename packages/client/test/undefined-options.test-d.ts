import type { Connection, CreateEndpointServiceRequest, EndpointService } from '@vpcep/types';
import { expectTypeOf, test } from 'vitest';
import type { CheckOptions } from '../src/checks/index.js';
import type { RecordHarOptions } from '../src/har/index.js';
import type {
  AttemptOptions,
  CallOptions,
  ConnectionWaitOptions,
  Hooks,
  OperationArguments,
  OperationId,
  PaginateOptions,
  VpcepClientOptions,
  VpcepCoreOptions,
  WaitOptions,
} from '../src/index.js';
import type { ProfileOptions } from '../src/node/index.js';
import type { EnsureEndpointOptions, EnsureOptions } from '../src/ensure/index.js';
import type { ErrorOfOptions, Stubs } from '../src/testing/index.js';

/** What goes into a request: the arguments of every operation, and all that is in them. */
type Sent = OperationArguments<OperationId>;
type Within<T> = T extends readonly (infer Item)[]
  ? Within<Item>
  : T extends object
    ? T extends AbortSignal
      ? never
      : T | { [K in keyof T]-?: Within<T[K]> }[keyof T]
    : never;

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
  expectTypeOf<RefusesUndefined<ErrorOfOptions>>().toBeNever();
  expectTypeOf<RefusesUndefined<Stubs>>().toBeNever();
  expectTypeOf<RefusesUndefined<EnsureEndpointOptions>>().toBeNever();
  expectTypeOf<RefusesUndefined<EnsureOptions<EndpointService>>>().toBeNever();
  expectTypeOf<RefusesUndefined<CheckOptions | RecordHarOptions | ProfileOptions>>().toBeNever();
});

test('what may be left out of a path, a query or a body may also be undefined', () => {
  expectTypeOf<CreateEndpointServiceRequest>().toExtend<Within<Sent>>();
  expectTypeOf<RefusesUndefined<Within<Sent>>>().toBeNever();
});
