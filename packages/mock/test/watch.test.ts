import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DocumentEntry, MockStartError, startMock, type Mock } from '../src/index.js';
import { type Api, apiOf, operationIds, serviceBody } from './api.js';

const tree = fileURLToPath(new URL('../../../openapi/', import.meta.url));
/** The path of a file that the document refers to, by way of another. */
const limit = 'components/parameters/Limit.yaml';

let folder: string;
let mock: Mock;
let api: Api;
let changes: DocumentEntry[];
let heard: () => void;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vpcep-mock-'));
  for (const part of ['openapi.yaml', 'paths', 'components']) {
    cpSync(join(tree, part), join(folder, part), { recursive: true });
  }
  changes = [];
  heard = () => undefined;
  mock = await startMock({
    port: 0,
    clock: 'manual',
    document: join(folder, 'openapi.yaml'),
    watch: true,
    log(entry) {
      if (entry.event !== 'document') return;
      changes.push(entry);
      heard();
    },
  });
  api = apiOf(mock, 'north');
});
afterEach(async () => {
  await mock.close();
  rmSync(folder, { recursive: true });
});

/** What is told of the next change. */
async function nextChange(): Promise<DocumentEntry> {
  for (;;) {
    const entry = changes.shift();
    if (entry !== undefined) return entry;
    await new Promise<void>((resolve) => (heard = resolve));
  }
}
const read = (file: string) => readFileSync(join(folder, file), 'utf8');
const write = (file: string, text: string) => {
  writeFileSync(join(folder, file), text);
};
const edit = (file: string, from: string | RegExp, to: string) => {
  const text = read(file).replace(from, to);
  expect(text).not.toBe(read(file));
  write(file, text);
};
const setMaximum = (maximum: number) => {
  edit(limit, /maximum: \d+/, `maximum: ${maximum}`);
};
const refusesMoreThan = async (maximum: number) => {
  await api.ok('listEndpointService', { query: { limit: maximum } });
  const message = await api.refused('listEndpointService', 'EndPoint.0006', { query: { limit: maximum + 1 } });
  expect(message).toContain(`must be between 0 and ${maximum}`);
};
const health = async () => (await fetch(`${mock.url}/_mock/health`)).json();
const used = { document_hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, operations: operationIds.length };

test('a change in a file that is referred to is picked up, and nothing is forgotten', async () => {
  await refusesMoreThan(1000);
  const { id } = await api.ok('createEndpointService', { body: serviceBody(1) });
  mock.clock.advance('1h');
  mock.setFaults([{ operation: 'listQuotaDetails', status: 503 }]);
  const before = { state: mock.state(), now: mock.clock.now(), faults: mock.faults(), health: await health() };
  expect(before.state.services).toMatchObject([{ id }]);
  setMaximum(7);
  const change = await nextChange();
  expect(change).toMatchObject(used);
  await refusesMoreThan(7);
  expect({ state: mock.state(), now: mock.clock.now(), faults: mock.faults() }).toEqual({
    state: before.state,
    now: before.now,
    faults: before.faults,
  });
  expect((await api.ok('listServiceDetails', { service: id })).id).toBe(id);
  expect(await health()).toEqual({ status: 'ok', documentHash: change.document_hash });
  expect(await health()).not.toEqual(before.health);
});

test('a request under way finishes with the document that it met', async () => {
  const body = JSON.stringify({ ...serviceBody(1), colour: 'red' });
  const begun = request(`${mock.url}/v1/north/vpc-endpoint-services`, {
    method: 'POST',
    headers: {
      'X-Auth-Token': 'any',
      'Content-Type': 'application/json',
      'Content-Length': body.length,
      Expect: '100-continue',
    },
  });
  begun.flushHeaders();
  await once(begun, 'continue');
  edit('openapi.yaml', '/vpc-endpoint-services:', '/renamed:');
  await nextChange();
  expect((await api.send('listEndpointService')).status).toBe(404);
  begun.end(body);
  const [response] = (await once(begun, 'response')) as [NodeJS.ReadableStream & { statusCode: number }];
  expect(response.statusCode).toBe(400);
  expect(await new Response(response as unknown as ReadableStream).text()).toContain('body.colour');
});

describe('while the document is broken, the last one stays in use', () => {
  test('by its syntax', async () => {
    const good = read(limit);
    write(limit, `${good}\nbroken: [\n`);
    const { problem, document_hash: hash } = await nextChange();
    expect(problem).toMatch(/Limit\.yaml: .* at line \d+/);
    expect(hash).toBeUndefined();
    expect(await health()).toHaveProperty('documentProblem', problem);
    await refusesMoreThan(1000);
    write(limit, good.replace(/maximum: \d+/, 'maximum: 8'));
    expect(await nextChange()).toMatchObject(used);
    expect(await health()).not.toHaveProperty('documentProblem');
    await refusesMoreThan(8);
  });

  test('by a reference to nothing, until there is something', async () => {
    edit('paths/quotas.yaml', 'schemas/Quotas.yaml', 'new/folder/Quotas.yaml');
    const { problem } = await nextChange();
    expect(problem).toMatch(/paths.quotas\.yaml at \/get\/responses\/200\/.*new.folder.Quotas\.yaml/);
    await api.ok('listQuotaDetails');
    mkdirSync(join(folder, 'components/new/folder'), { recursive: true });
    write('components/new/folder/Quotas.yaml', 'type: object\nrequired: [nothing]\n');
    expect(await nextChange()).toMatchObject(used);
    // What is new is watched.
    write('components/new/folder/Quotas.yaml', 'type: array\n');
    expect(await nextChange()).toMatchObject(used);
    expect((await api.send('listQuotaDetails')).status).toBe(500);
  });

  test('by being no OpenAPI document', async () => {
    write('openapi.yaml', 'title: something else\n');
    expect((await nextChange()).problem).toMatch(/no member openapi/);
    await api.ok('listEndpointService');
  });
});

describe('a change is seen, however the files are saved:', () => {
  test('another file takes the place of one, twice', async () => {
    for (const maximum of [5, 6]) {
      write('new.yaml', read(limit).replace(/maximum: \d+/, `maximum: ${maximum}`));
      renameSync(join(folder, 'new.yaml'), join(folder, limit));
      expect(await nextChange()).toMatchObject(used);
      await refusesMoreThan(maximum);
    }
  });

  test('a file is removed, and comes back later', async () => {
    const text = read(limit);
    rmSync(join(folder, limit));
    expect((await nextChange()).problem).toContain('Limit.yaml');
    write(limit, text.replace(/maximum: \d+/, 'maximum: 5'));
    expect(await nextChange()).toMatchObject(used);
    await refusesMoreThan(5);
  });

  test('whole folders are replaced, as version control does', async () => {
    renameSync(join(folder, 'components'), join(folder, 'aside'));
    expect((await nextChange()).problem).toContain('components');
    renameSync(join(folder, 'aside'), join(folder, 'components'));
    expect(await nextChange()).toMatchObject(used);
    setMaximum(5);
    expect(await nextChange()).toMatchObject(used);
    await refusesMoreThan(5);
  });
});

test('there must be a document to watch', async () => {
  await expect(startMock({ port: 0, watch: true })).rejects.toThrow(MockStartError);
  await expect(startMock({ port: 0, watch: true })).rejects.toThrow(/--document/);
});
