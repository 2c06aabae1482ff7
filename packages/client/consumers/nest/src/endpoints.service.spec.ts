import 'reflect-metadata';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createVpcepClient, VpcepError, VpcepNotFoundError, type Fetch } from '@vpcep/client';
import { assertArguments } from '@vpcep/client/checks';
import { errorCatalogue } from '@vpcep/client/error-catalogue';
import { recordHar } from '@vpcep/client/har';
import { defaultCredentials } from '@vpcep/client/node';
import { EndpointsService } from './endpoints.service';

const credentials = {
  accessKeyId: 'AKIDEXAMPLE000000000',
  secretAccessKey: 'wJalrXUtnFEMIexamplekeyexamplekeyexample0',
};

function answering(status: number, body: object) {
  const fetch = jest.fn<Fetch>(async () => Response.json(body, { status }));
  const vpcep = createVpcepClient({ region: 'cn-north-4', projectId: 'my-project', credentials, fetch });
  return { fetch, vpcep };
}

describe('the client in Jest', () => {
  let service: EndpointsService;
  beforeEach(() => {
    service = new EndpointsService();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is there for what a module of the application imports', () => {
    expect(service.states).toContain('available');
  });

  it('signs, and returns what a test answers', async () => {
    const { fetch, vpcep } = answering(200, { total_count: 0, endpoints: [] });
    await expect(vpcep.listEndpoints()).resolves.toEqual({ total_count: 0, endpoints: [] });
    expect(fetch.mock.calls[0]?.[1].headers.authorization).toMatch(/Signature=[0-9a-f]{64}$/);
  });

  it('throws errors of its classes', async () => {
    const { vpcep } = answering(404, { error_code: 'EndPoint.0005', error_msg: 'gone' });
    await expect(vpcep.listEndpoints()).rejects.toThrow(VpcepNotFoundError);
  });

  it('has one VpcepError for all subpaths', () => {
    expect(() => assertArguments('createEndpoint', {})).toThrow(VpcepError);
    expect(errorCatalogue.get('EndPoint.0005')?.status).toBe(404);
    expect(recordHar().har().log.version).toBe('1.2');
    expect(typeof defaultCredentials()).toBe('function');
  });
});
