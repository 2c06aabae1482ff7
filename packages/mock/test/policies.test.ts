import { document } from '@vpcep/openapi/documents';
import { describe, expect, test } from 'vitest';
import { endpointBody, serviceBody } from './api.js';
import { runMock } from './running.js';

const run = runMock({ transitions: 'immediate' });
const { owner: api } = run;

const allowed = {
  Version: '5.0',
  Statement: [
    {
      ...{ Sid: 'OneAccount', Effect: 'Allow', Principal: { IAM: ['a'] }, Action: '*', Resource: ['*'] },
      Condition: { StringEquals: { 'g:DomainId': ['a'] } },
    },
  ],
};
const statement = { Effect: 'Deny', Action: 'GetObject', Resource: '*/*', Sid: 'NoReading', Condition: { Bool: {} } };

async function publicService(name: string): Promise<string> {
  const query = { endpoint_service_name: name };
  return (await api.ok('listServicePublicDetails', { query })).endpoint_services[0]?.id ?? '';
}
async function publish(enable_policy?: boolean): Promise<string> {
  const fields = { approval_enabled: false, ...(enable_policy === undefined ? {} : { enable_policy }) };
  return (await api.ok('createEndpointService', { body: serviceBody(1, fields) })).id;
}
const connect = async (service: string, fields: object = {}) =>
  (await api.ok('createEndpoint', { body: endpointBody(service, fields) })).id;
const atGateway = async (fields: object = {}) => {
  const endpoint_service_id = await publicService('obs');
  return (await api.ok('createEndpoint', { body: { endpoint_service_id, vpc_id: 'v', ...fields } })).id;
};
const show = (endpoint: string) => api.ok('listEndpointInfoDetails', { endpoint });
const openPolicy = (field: string) =>
  document.components.schemas['CreateEndpointRequest']?.properties?.[field]?.['x-conditional-default'];

describe('an endpoint of an interface service', () => {
  test('has the policy that it was created with, as it was sent, and then another', async () => {
    const endpoint = await connect(await publish(true), { policy_document: allowed });
    expect(await show(endpoint)).toMatchObject({ policy_document: allowed });
    const body = { policy_document: { Statement: [{ Effect: 'Deny', NotAction: ['a'] }] } };
    expect(await api.ok('updateEndpointPolicy', { endpoint, body })).toMatchObject(body);
    expect((await show(endpoint)).policy_document).toEqual(body.policy_document);
    expect((await api.ok('listEndpoints')).endpoints[0]?.policy_document).toEqual(body.policy_document);
  });

  test('allows everything without one, as the document says', async () => {
    const { policy_document: policy, ...others } = await show(await connect(await publish(true)));
    expect(policy).toEqual(openPolicy('policy_document'));
    expect(others).not.toHaveProperty('policy_statement');
  });

  test('has none where its service has no enable_policy, and takes none', async () => {
    const service = await publish();
    const endpoint = await connect(service);
    expect(await show(endpoint)).not.toHaveProperty('policy_document');
    const body = { policy_document: allowed };
    const message = await api.refused('updateEndpointPolicy', 'EndPoint.2048', { endpoint, body });
    expect(message).toContain(`body.policy_document: endpoint service ${service} has no enable_policy`);
    await api.refused('createEndpoint', 'EndPoint.2048', { body: { ...endpointBody(service), ...body } });
    await api.refused('deleteEndpointPolicy', 'EndPoint.2049', { endpoint });
  });

  test('takes no statements, but passes over those that come with a document', async () => {
    const endpoint = await connect(await publish(true), { policy_statement: [] });
    const statements = { policy_statement: [statement] };
    const message = await api.refused('updateEndpointPolicy', 'EndPoint.2048', { endpoint, body: statements });
    expect(message).toContain('send policy_document');
    const body = { ...statements, policy_document: allowed };
    expect(await api.ok('updateEndpointPolicy', { endpoint, body })).toMatchObject({ policy_document: allowed });
    expect(await show(endpoint)).not.toHaveProperty('policy_statement');
  });

  test('of some public services has policies, too', async () => {
    const services = (await api.ok('listServicePublicDetails')).endpoint_services;
    const enabled = services.filter(({ enable_policy: policy }) => policy).map(({ service_name: name }) => name);
    expect(enabled.sort()).toEqual(['iam', 'obs'].map((name) => `com.myhuaweicloud.cn-north-4.${name}`));
    const id = await publicService('iam');
    expect(await api.ok('listServiceDescribeDetails', { query: { id } })).toMatchObject({ enable_policy: true });
    expect(await show(await connect(id, { policy_document: allowed }))).toMatchObject({ policy_document: allowed });
    await api.refused('createEndpoint', 'EndPoint.2048', {
      body: endpointBody(await publicService('dns'), { policy_document: allowed }),
    });
  });
});

describe('an endpoint of a gateway', () => {
  test('has the statements that it was created with, as they were sent, and then others', async () => {
    const endpoint = await atGateway({ policy_statement: [statement] });
    expect((await show(endpoint)).policy_statement).toEqual([statement]);
    const body = { policy_statement: [{ Effect: 'Allow', Action: ['*'], Resource: ['*', '*/*'] }] };
    expect(await api.ok('updateEndpointPolicy', { endpoint, body })).toMatchObject(body);
    expect((await show(endpoint)).policy_statement).toEqual(body.policy_statement);
  });

  test('allows everything without one, as the document says', async () => {
    const { policy_statement: policy, ...others } = await show(await atGateway());
    expect(policy).toEqual(openPolicy('policy_statement'));
    expect(others).not.toHaveProperty('policy_document');
  });

  test('takes no document', async () => {
    const body = { policy_document: allowed };
    const message = await api.refused('updateEndpointPolicy', 'EndPoint.2048', { endpoint: await atGateway(), body });
    expect(message).toContain('send policy_statement');
  });
});

test('nothing of an endpoint can be changed while it is being created or deleted', async () => {
  run.mock.setTransitions({ endpoint: 'time(1m)' });
  const endpoint = await atGateway();
  const calls = [
    ['updateEndpointPolicy', { policy_statement: [statement] }],
    ['deleteEndpointPolicy', undefined],
    ['updateEndpointRoutetable', { routetables: ['a'] }],
    ['updateEndpointWhite', {}],
  ] as const;
  const refuseAll = async (code: string) => {
    for (const [call, body] of calls) await api.refused(call, code, { endpoint, ...(body && { body }) });
  };
  await refuseAll('EndPoint.2019');
  run.mock.clock.advance('1m');
  await api.ok('deleteEndpoint', { endpoint });
  await refuseAll('EndPoint.2018');
});
