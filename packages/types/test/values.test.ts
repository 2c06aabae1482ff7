import { documentHash as expectedHash } from '@vpcep/openapi';
import { document } from '@vpcep/openapi/documents';
import { required } from '@vpcep/openapi/reader';
import { expect, test } from 'vitest';
import * as types from '../src/index.js';

test('every enumeration is there at run time, in the order of the document', () => {
  expect(types.serverTypeValues).toEqual(['VM', 'VIP', 'LB']);
  expect(types.protocolValues).toEqual(['TCP', 'UDP']);
  expect(types.tcpProxyValues).toEqual(['close', 'toa_open', 'proxy_open', 'open', 'proxy_vni']);
  expect(types.cidrTypeValues).toEqual(['public', 'internal']);
  expect(types.endpointServiceTypeValues).toEqual(['interface', 'gateway', 'gataway', 'cvs_gateway']);
  expect(types.endpointServiceStatusValues).toEqual(['creating', 'available', 'failed', 'deleting']);
});

test.each([
  ['EndpointServiceStatus', types.endpointServiceStatusLifecycle],
  ['ConnectionStatus', types.connectionStatusLifecycle],
])('the life cycle of %s is there at run time, as the document says it', (name, lifecycle) => {
  const schema = required(document.components.schemas[name], { pointer: '#/components/schemas' }, `schema ${name}`);
  expect(lifecycle).toEqual(
    required(schema['x-lifecycle'], { pointer: `#/components/schemas/${name}` }, 'x-lifecycle'),
  );
});

test('the package names the document it was built from', () => {
  expect(types.documentHash).toBe(expectedHash);
});
