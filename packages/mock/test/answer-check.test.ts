import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startMock } from '../src/index.js';
import { collectFailures } from './collect-failures.js';

const text = readFileSync(createRequire(import.meta.url).resolve('@vpcep/openapi/openapi.json'), 'utf8');
const quotas = '/v1/{project_id}/quotas';

interface Document {
  paths: Record<typeof quotas, { get: { responses: Record<string, object | undefined> } }>;
  components: { schemas: { Quotas: { required: string[] } } };
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vpcep-mock-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What the mock answers and logs when the document changes under what it remembers. */
async function askForQuotas(change: (document: Document) => void) {
  const document = JSON.parse(text) as Document;
  change(document);
  const path = join(folder, 'openapi.json');
  writeFileSync(path, JSON.stringify(document));
  const { log, failures } = collectFailures();
  const mock = await startMock({ port: 0, document: path, log });
  const response = await fetch(`${mock.url}/v1/6e9dfd51d1124e8d8498dce894923a0d/quotas`, {
    headers: { 'X-Auth-Token': 'token' },
  });
  const answered = { status: response.status, body: await response.text(), failures };
  await mock.close();
  return answered;
}

test.each([
  ['202', 202],
  ['2XX', 204],
])('an answer without a body has a status that the document allows: %s', async (code, status) => {
  const document = JSON.parse(text) as { paths: Record<string, { post: { responses: Record<string, object> } }> };
  const upgrade = document.paths['/v2/{project_id}/vpc-endpoint-services/{vpc_endpoint_service_id}/upgrade'];
  if (upgrade === undefined) throw new Error('no service can be upgraded');
  upgrade.post.responses = { [code]: { description: 'The upgrade was accepted.' } };
  const path = join(folder, 'upgrade.json');
  writeFileSync(path, JSON.stringify(document));
  const { log, failures } = collectFailures();
  const mock = await startMock({ port: 0, document: path, log, scenario: 'small-team' });
  const { services } = mock.state();
  const service = services.find((each) => each.status === 'available');
  const url = `${mock.url}/v2/${service?.project_id}/vpc-endpoint-services/${service?.id}/upgrade`;
  const response = await fetch(url, { method: 'POST', headers: { 'X-Auth-Token': 'token' } });
  expect([response.status, await response.text(), failures]).toEqual([status, '', []]);
  await mock.close();
});

const allowed = ({ responses }: Document['paths'][typeof quotas]['get']) => {
  const { 200: ok, ...others } = responses;
  return { ok, others };
};

test.each([
  ['as it is', () => undefined],
  [
    'for a range of status codes',
    (document: Document) => {
      const { ok, others } = allowed(document.paths[quotas].get);
      document.paths[quotas].get.responses = { ...others, '2XX': ok };
    },
  ],
  [
    'by default',
    (document: Document) => {
      const { ok } = allowed(document.paths[quotas].get);
      document.paths[quotas].get.responses = { default: ok };
    },
  ],
])('what the mock remembers is answered where the document allows it: %s', async (_, change) => {
  expect(await askForQuotas(change)).toMatchObject({ status: 200, failures: [] });
});

test.each([
  [
    'body.rest must be given',
    (document: Document) => {
      document.components.schemas.Quotas.required.push('rest');
    },
  ],
  [
    'status 200 is not documented',
    (document: Document) => {
      document.paths[quotas].get.responses = allowed(document.paths[quotas].get).others;
    },
  ],
  [
    'status 200 has no body',
    (document: Document) => {
      document.paths[quotas].get.responses['200'] = { description: 'Nothing.' };
    },
  ],
])('an answer that the document does not allow is a failure of the mock: %s', async (mistake, change) => {
  const { status, body, failures } = await askForQuotas(change);
  expect(status).toBe(500);
  expect(body).toContain(`the document does not allow its own answer to listQuotaDetails: ${mistake}`);
  expect(failures).toHaveLength(1);
});
