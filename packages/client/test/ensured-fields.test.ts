import { document } from '@vpcep/openapi/documents';
import { operationsOf, type Schema } from '@vpcep/openapi/reader';
import { describe, expect, test } from 'vitest';
import { ensuredFieldsModule } from '../build/ensured-fields.js';
import { endpointFields, endpointServiceFields, fullServiceName } from '../src/generated/ensured-fields.js';

/** The fields of a table by what changes them; those that nothing does are `settled`. */
function byChange(table: Record<string, { kind: string; changedBy?: string }>): Record<string, string[]> {
  const names: Record<string, string[]> = {};
  for (const [name, { changedBy = 'settled' }] of Object.entries(table)) (names[changedBy] ??= []).push(name);
  return names;
}

test('what can be changed of a resource, and by which call, is what the API reference says', () => {
  expect(byChange(endpointServiceFields)).toEqual({
    updateEndpointService: [
      'port_id',
      'vip_port_id',
      'service_name',
      'approval_enabled',
      'ports',
      'tcp_proxy',
      'description',
      'ip',
    ],
    batchAddOrRemoveResourceInstance: ['tags'],
    settled: ['vpc_id', 'service_type', 'server_type', 'enable_policy', 'ip_version', 'snat_network_id', 'pool_id'],
  });
  expect(byChange(endpointFields)).toEqual({
    updateEndpointWhite: ['whitelist', 'enable_whitelist'],
    updateEndpointRoutetable: ['routetables'],
    updateEndpointPolicy: ['policy_statement', 'policy_document'],
    batchAddOrRemoveResourceInstance: ['tags'],
    settled: [
      'subnet_id',
      'endpoint_service_id',
      'vpc_id',
      'enable_dns',
      'port_ip',
      'description',
      'ip_version',
      'ipv6_address',
    ],
  });
  expect(endpointFields.port_ip).toEqual({ kind: 'string', shownAs: 'ip' });
  expect(endpointServiceFields.ports).toMatchObject({ itemDefaults: { protocol: 'TCP' } });
  expect(fullServiceName).toEqual({ afterRegion: '.', beforeId: '.' });
});

test('of what kind fields are, and what may not come twice in lists, is what the document says', () => {
  expect(endpointServiceFields.approval_enabled.kind).toBe('boolean');
  expect(endpointServiceFields.ports).toMatchObject({ uniqueBy: ['client_port', 'server_port', 'protocol'] });
  expect(endpointServiceFields.tags).toMatchObject({ kind: 'Array', itemKind: 'Object', uniqueBy: ['key'] });
  expect(endpointFields.routetables).toMatchObject({ kind: 'Array', itemKind: 'string', uniqueBy: [] });
  expect(endpointFields.whitelist).toMatchObject({ kind: 'Array', itemKind: 'string' });
  expect(endpointFields.policy_document.kind).toBe('Object');
});

describe('the build fails', () => {
  const schemasOf = (changed: typeof document) => changed.components.schemas;
  const propertiesOf = (changed: typeof document, name: string): Record<string, Schema> =>
    schemasOf(changed)[name]?.properties ?? {};

  test.each<[string, (changed: typeof document) => void, RegExp]>([
    [
      'a field that no resource shows',
      (changed) => (propertiesOf(changed, 'CreateEndpointServiceRequest')['hidden'] = { type: 'string' }),
      /createEndpointService.*hidden is not shown by what it creates/,
    ],
    [
      'a field that two calls change',
      (changed) => (propertiesOf(changed, 'UpdateEndpointRoutetableRequest')['whitelist'] = { type: 'array' }),
      /createEndpoint.*whitelist is changed by several operations/,
    ],
    [
      'a field of several types',
      (changed) => (propertiesOf(changed, 'CreateEndpointServiceRequest')['vpc_id'] = { type: ['string', 'null'] }),
      /createEndpointService.*vpc_id/,
    ],
    [
      'a full name that is not described',
      (changed) =>
        (propertiesOf(changed, 'CreateEndpointServiceRequest')['service_name'] = {
          type: 'string',
          description: 'A name.',
        }),
      /createEndpointService.*does not say how service_name becomes a part of the full name/,
    ],
  ])('over %s', (_, change, message) => {
    const changed = structuredClone(document);
    change(changed);
    expect(() => ensuredFieldsModule(changed, operationsOf(changed))).toThrow(message);
  });
});
