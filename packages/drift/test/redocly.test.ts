import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageFolder } from '@vpcep/testing';
import { expect, test } from 'vitest';
import { driftOf, type Har } from '../src/index.js';

/** What `redocly drift` says of an archive. */
interface Said {
  problems: { severity: string; target: string; operationId: string; dataPath?: string }[];
}

const host = 'https://vpcep.cn-north-4.myhuaweicloud.com/v1/6e9dfd51d1124e8d8498dce894923a0d';
const entry = (path: string, body: object): Har['log']['entries'][number] => ({
  request: { method: 'GET', url: host + path },
  response: {
    status: 200,
    headers: [{ name: 'Content-Type', value: 'application/json' }],
    content: { text: JSON.stringify(body) },
  },
});
const service = {
  id: '4189d3c2-8882-4871-a3c2-d380272eed83',
  port_id: 7,
  status: 'frozen',
  created_at: 5,
  tags: [{ key: 'a', value: 1 }],
  unheard_of: true,
};

test('whatever "redocly drift" finds in answers is found, and what it passes over too', async () => {
  const har: Har = {
    log: {
      entries: [
        entry('/vpc-endpoint-services', { endpoint_services: [service, service], total_count: 'two' }),
        entry('/quotas', { quotas: { resources: [{ type: 'unheard', used: 'x' }] } }),
      ],
    },
  };
  const folder = await mkdtemp(join(tmpdir(), 'vpcep-drift-'));
  const traffic = join(folder, 'traffic.har');
  const report = join(folder, 'report.json');
  // It asks of an archive what nothing here needs.
  const whole = har.log.entries.map(({ request, response }) => ({
    startedDateTime: '2026-01-31T12:00:00Z',
    time: 1,
    request: { ...request, headers: [], queryString: [] },
    response: { ...response, content: { ...response.content, mimeType: 'application/json' } },
  }));
  await writeFile(
    traffic,
    JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries: whole } }),
  );
  const command = join(packageFolder('@redocly/cli'), 'bin/cli.js');
  const document = createRequire(import.meta.url).resolve('@vpcep/openapi/openapi.json');
  const quiet = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  // It fails where it finds something.
  await promisify(execFile)(
    process.execPath,
    [command, 'drift', traffic, '--api', document, '--format', 'json', '--output', report],
    { cwd: folder, env: quiet },
  ).catch((error: unknown) => error);
  const { problems } = createRequire(import.meta.url)(report) as Said;
  await rm(folder, { recursive: true });

  const found = driftOf(har).findings.map(({ operation, place }) => `${operation} ${place}`);
  const theirs = problems
    // What it says of requests is that they lack the credentials, which are in no archive.
    .filter(({ severity, target }) => severity === 'error' && target === 'response')
    .map(
      ({ operationId, dataPath = '' }) => `${operationId} body${dataPath.replace(/\/\d+/g, '[]').replaceAll('/', '.')}`,
    );
  expect(theirs.length).toBeGreaterThan(4);
  expect([...new Set(theirs)].filter((place) => !found.includes(place))).toEqual([]);
  expect(found).toContain('listEndpointService body.endpoint_services[].unheard_of');
});
