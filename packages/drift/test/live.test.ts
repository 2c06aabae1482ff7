import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { document } from '@vpcep/openapi/documents';
import { operationsOf } from '@vpcep/openapi/reader';
import { operationOf } from '../src/judge/operation-of.js';
import { command, keys, listen, projectId, rowsOf, startApi, type Answer, type Api } from './api.js';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(() => {
  vi.stubEnv('HUAWEICLOUD_SDK_AK', keys.ak);
  vi.stubEnv('HUAWEICLOUD_SDK_SK', keys.sk);
  vi.stubEnv('HUAWEICLOUD_SDK_PROJECT_ID', projectId);
  vi.stubEnv('HUAWEICLOUD_SDK_CREDENTIALS_FILE', 'no/such/file');
  api.deviate(() => undefined);
  return () => {
    vi.unstubAllEnvs();
  };
});
afterAll(async () => {
  await api.close();
});

const live = (...args: string[]) => command('--base-url', api.url, ...args);
/** Changes answers of lists of services. */
const services = (change: (services: Record<string, unknown>[], answer: Answer) => void) => {
  api.deviate((answer) => {
    const { endpoint_services: found } = answer.body as { endpoint_services?: Record<string, unknown>[] };
    if (answer.path.endsWith('/vpc-endpoint-services') && found !== undefined) change(found, answer);
  });
};

test('an API that answers as the document says has no drift', async () => {
  const { code, out } = await live();
  expect(out).toContain('### No drift');
  expect(out).toMatch(/- Answers: \d\d with 200$/m);
  expect(code).toBe(0);
});

test('only calls that read arrive: each GET of the document, and its searches', async () => {
  await live();
  const operations = operationsOf(document);
  const called = api.requests.map((request) => {
    const [method = '', url = ''] = request.split(' ');
    return operationOf(operations, { method, path: url.replace(/\?.*/, '') });
  });
  expect(called.filter((operation) => operation?.method !== 'get').map((operation) => operation?.operationId)).toEqual(
    Array.from({ length: 4 }, () => 'listResourceInstances'),
  );
  const reading = operations.filter(({ method }) => method === 'get').map(({ operationId }) => operationId);
  const read = called.flatMap((operation) => (operation?.method === 'get' ? [operation.operationId] : []));
  expect([...new Set(read)].sort()).toEqual(reading.sort());
});

test('all calls are said before the first is made, and nothing else is called', async () => {
  const { err } = await live();
  const plan = err.split('\n').filter((line) => /^ {2}(GET|POST) /.test(line));
  const patterns = plan.map((line) => {
    const [, method = '', url = ''] = /^ {2}(\w+) +(\S+)/.exec(line) ?? [];
    const pattern = url.replace(/[.?]/g, '\\$&').replace(/\{\w+\}/g, '[^/?]+');
    return new RegExp(`^${method} ${pattern}$`);
  });
  expect(api.requests.filter((request) => !patterns.some((pattern) => pattern.test(request)))).toEqual([]);
  api.deviate(() => undefined);
  const { code, out } = await live('--list');
  expect(err).toContain(out.trimEnd());
  expect(code).toBe(0);
  expect(api.requests).toEqual([]);
});

test('the details are read of the first three that a list has', async () => {
  await live();
  const details = api.requests.filter((request) => /^GET .*\/vpc-endpoint-services\/[0-9a-f-]{36}$/.test(request));
  expect(new Set(details).size).toBe(3);
  expect(details).toHaveLength(3);
});

describe('what the document does not say is named, with its place and how often it was seen', () => {
  test('an unknown field', async () => {
    services((found) => {
      for (const service of found) service['pool'] = { pool_id: 'pool-of-acme', status: 'x', acme: 1 };
      Object.assign(found[0] ?? {}, { tags: [{ key: 'k', value: 'v', origin: 'acme' }] });
    });
    const { code, out } = await live();
    const unknown = (place: string, example: string) => [
      'unknown field',
      'listEndpointService',
      '200',
      place,
      example,
      'no such field',
      expect.any(String) as string,
    ];
    expect(rowsOf(out)).toEqual([
      unknown('body.endpoint_services[].tags[].origin', '"xxxx"'),
      unknown('body.endpoint_services[].pool', '{pool_id: "xxxx-xx-xxxx", status: "x", xxxx: 0}'),
    ]);
    expect(rowsOf(out).map((cells) => Number(cells.at(-1)))).toEqual([
      1,
      expect.toSatisfy((times: number) => times > 2),
    ]);
    expect(out).not.toContain('acme');
    expect(code).toBe(1);
  });

  test('a code that the error catalogue does not have, in neither spelling of the gateway', async () => {
    const refuse = (code: string) => {
      api.deviate((answer) => {
        if (!answer.path.endsWith('/quotas')) return;
        Object.assign(answer, { status: 400, body: { error_code: code, error_msg: 'No.' } });
      });
    };
    refuse('EndPoint.9999');
    const expected = ['unknown value', 'listQuotaDetails', '400', 'body.error_code', '"EndPoint.9999"'];
    expect(rowsOf((await live()).out)).toEqual([[...expected, 'no such code in the error catalogue', '1']]);
    refuse('APIG.0301');
    expect(rowsOf((await live()).out)).toEqual([]);
  });

  test('a new value of a list of values', async () => {
    services(([service]) => Object.assign(service ?? {}, { status: 'frozen' }));
    const { out } = await live();
    expect(rowsOf(out)).toEqual([
      [
        'unknown value',
        'listEndpointService',
        '200',
        'body.endpoint_services[].status',
        '"frozen"',
        'one of "creating", "available", "failed", "deleting"',
        '1',
      ],
    ]);
  });

  test('an unknown status', async () => {
    api.deviate((answer) => {
      if (answer.path.endsWith('/quotas')) answer.status = 418;
    });
    const { out } = await live();
    expect(rowsOf(out)).toEqual([
      [
        'unknown status',
        'listQuotaDetails',
        '418',
        'status',
        '418',
        expect.stringContaining('200, 400') as string,
        '1',
      ],
    ]);
  });

  test('an undocumented header, and none that HTTP itself knows', async () => {
    services((_, { headers }) =>
      Object.assign(headers, { 'x-cell': 'cell7-of-acme', 'cache-control': 'no-store', via: '1' }),
    );
    const { out } = await live();
    expect(rowsOf(out)).toEqual([
      ['unknown header', 'listEndpointService', '200', 'header x-cell', '"xxxxx-xx-xxxx"', 'no such header', '1'],
    ]);
  });

  test('a value of another type, and one that breaks its pattern or format', async () => {
    services(([first, second]) => {
      Object.assign(first ?? {}, { service_name: 7 });
      Object.assign(second ?? {}, { created_at: '2026-01-31T12.00' });
    });
    const { out } = await live();
    expect(rowsOf(out)).toEqual([
      [
        'broken rule',
        'listEndpointService',
        '200',
        'body.endpoint_services[].service_name',
        '0',
        'must be string',
        '1',
      ],
      expect.arrayContaining(['broken rule', 'body.endpoint_services[].created_at']) as string[],
    ]);
  });

  test('a member that is missing', async () => {
    services(([service]) => delete service?.['id']);
    const { out } = await live();
    expect(rowsOf(out)[0]?.slice(3, 6)).toEqual(['body.endpoint_services[].id', 'nothing', 'is required']);
  });

  test('a body that is not JSON, or is said to be something else', async () => {
    services((_, answer) => {
      answer.body = '<html>acme</html>';
    });
    expect(rowsOf((await live()).out)[0]?.slice(3, 6)).toEqual(['body', '"?xxxx?xxxx?/xxxx?"', 'the body is JSON']);
    services((_, { headers }) => Object.assign(headers, { 'content-type': 'text/plain' }));
    expect(rowsOf((await live()).out)).toEqual([
      ['unknown header', 'listEndpointService', '200', 'header Content-Type', 'text/plain', 'application/json', '1'],
    ]);
  });
});

describe('where nothing can be compared, it ends with 2 and says why', () => {
  const fails = async (args: string[], message: string | RegExp) => {
    const { code, out, err } = await command(...args);
    expect(err).toMatch(message);
    expect(out).toBe('');
    expect(code).toBe(2);
    expect(err).not.toContain(keys.sk);
  };

  test('no credentials: the variables are named, and nothing is called', async () => {
    vi.stubEnv('HUAWEICLOUD_SDK_AK', '');
    vi.stubEnv('HUAWEICLOUD_SDK_SK', '');
    await fails(['--base-url', api.url], /HUAWEICLOUD_SDK_AK.*HUAWEICLOUD_SDK_SK.*no\/such\/file/);
    vi.stubEnv('HUAWEICLOUD_SDK_AK', 'only-this');
    await fails(['--base-url', api.url], 'HUAWEICLOUD_SDK_SK');
    expect(api.requests).toEqual([]);
  });

  test('no project, an unknown region, an unknown option', async () => {
    vi.stubEnv('HUAWEICLOUD_SDK_PROJECT_ID', '');
    await fails(['--base-url', api.url], 'HUAWEICLOUD_SDK_PROJECT_ID');
    await fails(['--region', 'cn-north-44'], /cn-north-44 is unknown; known are .*cn-north-4,/);
    await fails([], '--region <id>');
    await fails(['--regoin', 'x'], '--regoin');
    await fails(['--region', 'cn-north-4', '--as-of', '1999-01'], 'the state must be one of 2026-08, not "1999-01"');
  });

  test('credentials that are refused are not tried again', async () => {
    api.deviate((answer) => {
      answer.status = 401;
      answer.body = { error_code: 'APIGW.0301', error_msg: 'Incorrect IAM authentication information' };
    });
    await fails(['--base-url', api.url], '401 APIGW.0301');
    // The client asks its source of credentials once more.
    expect(api.requests.length).toBeLessThanOrEqual(2);
  });

  test('every call is refused', async () => {
    api.deviate((answer) => {
      answer.status = 403;
      answer.body = { error_code: 'APIGW.0302', error_msg: 'no' };
    });
    await fails(['--base-url', api.url], /no call succeeded: .*403/);
  });

  test('nobody is there', async () => {
    const { url, close } = await listen(() => undefined);
    await close();
    await fails(['--base-url', url], /ECONNREFUSED/);
  });
});

test('a call that gets no answer is told, and the others are made', async () => {
  let cut = false;
  const { url, close } = await listen((request, response) => {
    if (request.url?.endsWith('/quotas')) {
      cut = true;
      response.destroy();
      return;
    }
    void fetch(api.url + (request.url ?? ''), {
      method: request.method ?? 'GET',
      ...(request.method === 'POST' && { body: '{"action":"count"}' }),
    }).then(async (answer) =>
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text()),
    );
  });
  const { code, out, err } = await command('--base-url', url);
  await close();
  expect(cut).toBe(true);
  expect(err).toMatch(/^No answer: listQuotaDetails: no answer arrived/m);
  expect(out).toContain('3 calls without one');
  expect(code).toBe(0);
});
