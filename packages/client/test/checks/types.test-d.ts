import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { CreateEndpointServiceRequest, UpdateEndpointWhiteRequest } from '@vpcep/types';
import { expectTypeOf, test } from 'vitest';
import {
  assertArguments,
  checkArguments,
  requestSchemas,
  requestSchemasIn,
  type ErrorCode,
  type Problem,
} from '../../src/checks/index.js';
import type { ErrorCode as CataloguedCode } from '../../src/error-catalogue.js';
import type { OperationArguments, VpcepClient } from '../../src/index.js';

declare const unknownArguments: unknown;
declare const client: VpcepClient;

test('checks take anything, for an operation that there is', () => {
  expectTypeOf(checkArguments('createEndpointService', unknownArguments)).toEqualTypeOf<Problem[]>();
  // @ts-expect-error no such operation
  checkArguments('createService', unknownArguments);
});

test('what was asserted can be sent', () => {
  const args = unknownArguments;
  // @ts-expect-error not checked yet
  void client.createEndpointService(args);
  assertArguments('createEndpointService', args);
  expectTypeOf(args).toEqualTypeOf<OperationArguments<'createEndpointService'>>();
  void client.createEndpointService(args);
  // @ts-expect-error checked for another operation
  void client.createEndpoint(args);
});

test('the rule tells what its parameters are', () => {
  const [problem] = checkArguments('createEndpointService');
  if (problem?.rule === 'uniqueBy') expectTypeOf(problem.params.first).toEqualTypeOf<number>();
  if (problem?.rule === 'enum') expectTypeOf(problem.params.allowedValues).toEqualTypeOf<readonly unknown[]>();
  // @ts-expect-error no such rule
  if (problem?.rule === 'repeatedPortMapping') throw new Error();
});

test('a code is one of the catalogue', () => {
  expectTypeOf<Problem['code']>().toEqualTypeOf<CataloguedCode>();
  expectTypeOf<ErrorCode>().toEqualTypeOf<CataloguedCode>();
  expectTypeOf<'EndPoint.3004'>().toExtend<ErrorCode>();
  expectTypeOf<string>().not.toExtend<ErrorCode>();
  const [problem] = checkArguments('createEndpointService');
  // @ts-expect-error no such code
  if (problem?.code === 'EndPoint.9999') throw new Error();
});

test('request schemas are Standard Schemas of the bodies', () => {
  expectTypeOf(requestSchemas.createEndpointService).toExtend<StandardSchemaV1<CreateEndpointServiceRequest>>();
  type Input = StandardSchemaV1.InferInput<(typeof requestSchemas)['createEndpointService']>;
  type Output = StandardSchemaV1.InferOutput<(typeof requestSchemas)['updateEndpointWhite']>;
  expectTypeOf<Input>().toEqualTypeOf<CreateEndpointServiceRequest>();
  expectTypeOf<Output>().toEqualTypeOf<UpdateEndpointWhiteRequest>();
  // @ts-expect-error a call without a body has no schema
  expectTypeOf(requestSchemas.listEndpoints);
  // @ts-expect-error no such language
  requestSchemasIn('de');
});
