import { expect, test } from '@playwright/test';
import { codeAliases, document, errors } from '@vpcep/openapi/documents';
import { valueAt } from '@vpcep/openapi/reader';
import { errorCodes } from '../build/error-codes.js';
import { schemaValues } from '../build/schema-values.js';

/** The document without a member of what stands at a place. */
function without(pointer: string, member: string) {
  const copy = structuredClone(document);
  const holder = valueAt(copy, pointer);
  expect(holder).toHaveProperty(member);
  Reflect.deleteProperty(holder as object, member);
  return copy;
}

test('what the document no longer says stops the build, which names the place', () => {
  const limit = '#/components/parameters/Limit/schema';
  expect(() => schemaValues(without(limit, 'default'))).toThrow(
    `openapi.json${limit}: listEndpointService has no default`,
  );
  const status = '#/components/parameters/FilterByConnectionStatus/schema';
  expect(() => schemaValues(without(status, 'enum'))).toThrow(
    `openapi.json${status}: listServiceConnections has no enum`,
  );
  const protocol = '#/components/schemas/PortMapping/properties/protocol';
  expect(() => schemaValues(without(protocol, 'default'))).toThrow(`openapi.json${protocol}: has no default`);
});

test('so does a catalogue without a code that the console depends on', () => {
  const others = errors.filter(({ kind }) => kind !== 'throttling');
  expect(others.length).toBeLessThan(errors.length);
  expect(() => errorCodes(others, codeAliases)).toThrow('errors.json: no code has the kind throttling');
});
