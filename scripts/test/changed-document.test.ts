import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npmCli } from '@vpcep/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneRepository, root, workspaces, type Clone } from '../clone.js';

/** What is changed in the document, one rule of each kind: the file, what stands there, and what shall. */
const changes: readonly (readonly [file: string, before: string, after: string])[] = [
  ['components/schemas/ResourceTags.yaml', 'maxItems: 10', 'maxItems: 12'],
  ['components/schemas/ResourceTags.yaml', '  - uniqueBy: [key]\n    code: EndPoint.3067\n', ''],
  ['components/schemas/PortMappings.yaml', 'code: EndPoint.3004', 'code: EndPoint.3043'],
  ['components/schemas/ServiceName.yaml', '{0,16}', '{0,12}'],
  ['components/schemas/ServiceName.yaml', 'up to 16', 'up to 12'],
  ['components/schemas/CreateEndpointServiceRequest.yaml', 'default: close', 'default: open'],
  ['components/schemas/CreateEndpointRequest.yaml', 'notWithin: 198.19.128.0/20', 'notWithin: 10.0.0.0/8'],
  ['components/parameters/Limit.yaml', 'default: 10', 'default: 25'],
];

/** An operation that there is not: like the one that lists quotas, but for its name and path. */
function addOperation(openapi: string): void {
  const quotas = readFileSync(join(openapi, 'paths/quotas.yaml'), 'utf8');
  writeFileSync(join(openapi, 'paths/limits.yaml'), quotas.replace('listQuotaDetails', 'listLimitDetails'));
  const root = join(openapi, 'openapi.yaml');
  const reference = '    $ref: paths/quotas.yaml\n';
  const added = `${reference}  /v1/{project_id}/limits:\n    $ref: paths/limits.yaml\n`;
  writeFileSync(root, readFileSync(root, 'utf8').replace(reference, added));
}

let clone: Clone;
beforeAll(() => {
  clone = cloneRepository();
  for (const made of workspaces().flatMap((place) => [join(place, 'dist'), join(place, 'src/generated')])) {
    if (existsSync(join(root, made))) cpSync(join(root, made), join(clone.folder, made), { recursive: true });
  }
  for (const [file, before, after] of changes) {
    const path = join(clone.folder, 'openapi', file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(before)) throw new Error(`${file} does not say "${before}" any more`);
    writeFileSync(path, text.replace(before, after));
  }
  addOperation(join(clone.folder, 'openapi'));
  // What is wrong goes to the terminal: Vitest ends at the frames of tsx in a message, and says nothing of the test.
  for (const layer of ['openapi', 'packages/types', 'packages/client', 'packages/mock', 'apps/docs']) {
    execFileSync(process.execPath, [npmCli(), 'run', 'build'], {
      cwd: join(clone.folder, layer),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  const console = join(clone.folder, 'apps/console');
  execFileSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), 'build/generate.ts'], {
    cwd: console,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}, 480_000);
afterAll(() => {
  clone.remove();
});

const read = (file: string) => readFileSync(join(clone.folder, file), 'utf8');
const load = async (file: string): Promise<unknown> => import(pathToFileURL(join(clone.folder, file)).href);

const tags = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `k${index}`, value: '' }));
const service = {
  port_id: '35d0f7e2-8882-4871-a3c2-d380272eed83',
  vpc_id: 'vpc',
  server_type: 'VM',
  ports: [{ client_port: 8080, server_port: 80 }],
};
const sameKey = [
  { key: 'a', value: '1' },
  { key: 'a', value: '2' },
];
const equalPorts = [{ client_port: 1 }, { client_port: 1, protocol: 'TCP' }];
const endpoint = { endpoint_service_id: 'x', vpc_id: 'vpc', subnet_id: service.port_id };

/** Requests, and what is said of each: the code and some words; nothing when it is allowed. */
const requests: readonly (readonly [operation: string, body: object, said: readonly [string, string] | undefined])[] = [
  ['createEndpointService', { ...service, tags: tags(12) }, undefined],
  ['createEndpointService', { ...service, tags: tags(13) }, ['EndPoint.0002', 'must have at most 12 items']],
  ['createEndpointService', { ...service, tags: sameKey }, undefined],
  ['createEndpointService', { ...service, ports: equalPorts }, ['EndPoint.3043', 'protocol left out counts as TCP']],
  [
    'createEndpointService',
    { ...service, service_name: 'a'.repeat(13) },
    ['EndPoint.0002', 'must be up to 12 letters'],
  ],
  ['createEndpoint', { ...endpoint, port_ip: '10.1.2.3' }, ['EndPoint.2043', 'may not be in 10.0.0.0/8']],
  ['createEndpoint', { ...endpoint, port_ip: '198.19.130.1' }, undefined],
];

describe('a rule that is changed in the document alone is followed by', () => {
  test('the types', () => {
    expect(read('packages/types/src/generated/schemas.ts').includes('@default open')).toBe(true);
  });

  test('the checks', async () => {
    const { checkArguments } = (await load('packages/client/dist/checks/index.js')) as {
      checkArguments: (operation: string, args: object) => { code: string; message: { en: string } }[];
    };
    for (const [operation, body, said] of requests) {
      const problems = checkArguments(operation, { body });
      expect(problems.map(({ code }) => code)).toEqual(said === undefined ? [] : [said[0]]);
      if (said !== undefined) expect(problems[0]?.message.en).toContain(said[1]);
    }
  });

  test('the mock', async () => {
    const { startMock } = (await load('packages/mock/dist/index.js')) as {
      startMock: (options: object) => Promise<{ url: string; close(): Promise<void> }>;
    };
    const mock = await startMock({ port: 0, scenario: 'busy' });
    const send = async (path: string, body?: object) => {
      const response = await fetch(`${mock.url}/v1/6e9dfd51d1124e8d8498dce894923a0d/${path}`, {
        headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      });
      return (await response.json()) as Record<string, unknown>;
    };
    try {
      for (const [index, [operation, body, said]] of requests.entries()) {
        const path = operation === 'createEndpoint' ? 'vpc-endpoints' : 'vpc-endpoint-services';
        // No service shares its backend with another.
        const port_id = `4189d3c2-8882-4871-a3c2-00000000000${index}`;
        const answer = await send(path, operation === 'createEndpoint' ? body : { ...body, port_id });
        if (said !== undefined) {
          expect(answer).toEqual({ error_code: said[0], error_msg: expect.stringContaining(said[1]) as string });
        } else if (operation === 'createEndpoint') expect(answer['error_code']).toBe('EndPoint.2003');
        else expect(answer).toMatchObject({ status: 'creating', tcp_proxy: 'open' });
      }
      const list = await send('vpc-endpoint-services');
      expect(list['endpoint_services']).toHaveLength(25);
    } finally {
      await mock.close();
    }
  });

  test('the console', async () => {
    const { defaults, parameters } = (await load('apps/console/src/generated/document-values.ts')) as {
      defaults: { CreateEndpointServiceRequest: object };
      parameters: { listEndpointService: object };
    };
    expect(defaults.CreateEndpointServiceRequest).toMatchObject({ tcp_proxy: 'open' });
    expect(parameters.listEndpointService).toMatchObject({ limit: { default: 25 } });
    expect(read('apps/console/src/generated/document-texts.tables.en.ts').includes('"maxItems": 12')).toBe(true);
  });

  test.each(['', 'zh-CN/'])('the reference: %s', (edition) => {
    const pageOf = (operationId: string) => read(`apps/docs/dist/${edition}operations/${operationId}/index.html`);
    // A page of many kilobytes is no message.
    expect(pageOf('createEndpoint').includes('10.0.0.0/8')).toBe(true);
    expect(pageOf('createEndpointService').includes('EndPoint.3043')).toBe(true);
    expect(pageOf('createEndpointService').includes('{0,16}')).toBe(false);
  });
});

describe('an operation that is added to the document alone is there in', () => {
  test('the types and the client', async () => {
    expect(read('packages/types/src/generated/openapi.ts')).toMatch(/^ +listLimitDetails: \{$/m);
    const { createVpcepClient } = (await load('packages/client/dist/index.js')) as {
      createVpcepClient: (options: object) => Record<string, unknown>;
    };
    const client = createVpcepClient({ baseUrl: 'http://127.0.0.1:1', projectId: 'p', credentials: { token: 'any' } });
    expect(client['listLimitDetails']).toBeTypeOf('function');
  });

  test('the mock, which answers with the example and knows the parameters', async () => {
    const { startMock } = (await load('packages/mock/dist/index.js')) as {
      startMock: (options: object) => Promise<{ url: string; close(): Promise<void> }>;
    };
    const mock = await startMock({ port: 0 });
    const send = (query: string) => fetch(`${mock.url}/v1/p/limits${query}`, { headers: { 'X-Auth-Token': 'any' } });
    try {
      expect(await (await send('')).json()).toHaveProperty('quotas.resources.length', 2);
      expect(await (await send('?type=bridge')).json()).toHaveProperty('error_code', 'EndPoint.0002');
    } finally {
      await mock.close();
    }
  });

  test.each(['', 'zh-CN/'])('the reference: %s', (edition) => {
    const link = 'href="operations/listLimitDetails/"';
    expect(read(`apps/docs/dist/${edition}index.html`).includes(link)).toBe(true);
    expect(read(`apps/docs/dist/${edition}operations/listLimitDetails/index.html`).includes('<h1>')).toBe(true);
  });
});
