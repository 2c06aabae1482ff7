import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { documents } from '@vpcep/openapi/documents';
import {
  type Document,
  type MediaType,
  operationsOf,
  type Reference,
  type RequestBody,
  type Response,
} from '@vpcep/openapi/reader';
import { posixShell } from '@vpcep/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addCodeSamples } from '../src/samples/add-code-samples.js';
import { curlSample } from '../src/samples/curl-sample.js';
import { sampleRequest } from '../src/samples/sample-request.js';
import { sampledOperations } from '../src/samples/sampled-operation.js';
import { startMock } from '@vpcep/mock';
import { openSite } from './site.js';

const run = promisify(execFile);

/** The samples that a page shows, in its order. */
const samplesOf = (document: Document) =>
  operationsOf(document).map(({ operationId, operation }) => {
    const source = (label: string) =>
      operation['x-codeSamples']?.find((sample) => sample.label === label)?.source ?? '';
    return { operationId, curl: source('curl'), typeScript: source('TypeScript') };
  });

const english = await addCodeSamples(documents.en, 'en');
const chinese = await addCodeSamples(documents['zh-CN'], 'zh-CN');
const samples = samplesOf(english);

const mock = await startMock({ port: 0, scenario: 'small-team', transitions: 'immediate' });
beforeEach(() => {
  mock.reset();
});
afterAll(() => mock.close());

const atMock = (source: string) => source.replaceAll('http://127.0.0.1:4010', mock.url);

/** Runs a module, and returns what it writes. A thread loads it anew, as a process would, and is there sooner. */
async function outputOf(file: string): Promise<string> {
  const worker = new Worker(pathToFileURL(file), { stdout: true, execArgv: [] });
  const [output] = await Promise.all([text(worker.stdout), once(worker, 'exit')]);
  return output;
}

/** Runs a command as it stands, in a shell of the kind that it is written for. */
async function runCurl(source: string): Promise<void> {
  await run(posixShell(), ['-c', `${atMock(source)} --silent --show-error --fail`]).catch((error: unknown) => {
    throw new Error('The sample failed. Without curl, "apt-get install curl" comes first.', { cause: error });
  });
}

test('every operation has the same samples in both languages', () => {
  expect(samples).not.toEqual([]);
  for (const document of [english, chinese]) {
    for (const { operation } of operationsOf(document)) {
      const labels = operation['x-codeSamples']?.map(({ label }) => label);
      expect(labels).toEqual(['curl', 'TypeScript', 'Python', 'Go', 'Java', 'HTTPie']);
    }
  }
  for (const { curl, typeScript } of [...samples, ...samplesOf(chinese)]) {
    expect(curl).toMatch(/^curl /);
    expect(typeScript).toContain("from '@vpcep/client'");
  }
});

describe('curl', () => {
  test.each(samples)('$operationId', async ({ operationId, curl }) => {
    await runCurl(curl);
    expect(mock.requests()).toMatchObject([{ operation: operationId }]);
    expect(String(mock.requests()[0]?.status)).toMatch(/^2/);
  });

  test('down the page, none spoils another', async () => {
    for (const { curl } of samples) await runCurl(curl);
    expect(mock.requests().map(({ operation }) => operation)).toEqual(samples.map(({ operationId }) => operationId));
    expect(mock.requests().filter(({ status = 0 }) => status < 200 || status > 299)).toEqual([]);
  });

  test('a token is taken from the environment', async () => {
    const { stdout } = await run(posixShell(), ['-c', `set -- ${samples[2]?.curl ?? ''}; printf '%s\\n' "$@"`], {
      env: { ...process.env, VPCEP_TOKEN: 'of "mine" $HOME' },
    });
    expect(stdout).toContain('X-Auth-Token: of "mine" $HOME\n');
  });

  test('what is special to the shell reaches the server as it is', async () => {
    const placed = sampledOperations(english).find(({ operationId }) => operationId === 'updateEndpointService');
    if (placed === undefined) throw new Error('updateEndpointService is gone');
    const description = `it's "$(exit 1)" \`exit 1\` \\ ! $HOME\n中文`;
    await runCurl(curlSample({ ...placed, bodyExample: { description } }));
    expect(mock.state().services.map((service) => service.description)).toContain(description);
  });
});

describe('TypeScript', () => {
  let folder: string;
  let compiled: unknown;
  beforeAll(async () => {
    // Within the package, so that the samples find the client as a user's project would.
    const cache = fileURLToPath(new URL('../node_modules/.cache', import.meta.url));
    mkdirSync(cache, { recursive: true });
    folder = mkdtempSync(join(cache, 'samples-'));
    for (const { operationId, typeScript } of samples)
      writeFileSync(join(folder, `${operationId}.ts`), atMock(typeScript));
    for (const { operationId, typeScript } of samplesOf(chinese)) {
      writeFileSync(join(folder, `${operationId}.zh-CN.ts`), typeScript);
    }
    const compilerOptions = { strict: true, target: 'ES2022', module: 'NodeNext', lib: ['ES2022', 'DOM'], types: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
    const compiler = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
    compiled = await run(process.execPath, [compiler, '-p', folder]).catch((error: unknown) => error);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('all of them compile in strict mode, in both languages', () => {
    expect(compiled).toMatchObject({ stdout: '' });
  });

  test.each(samples)('$operationId', async ({ operationId }) => {
    const stdout = await outputOf(join(folder, `${operationId}.js`));
    expect(stdout).toMatch(/\S/);
    expect(stdout).not.toContain('undefined');
    expect(mock.requests()[0]).toMatchObject({ operation: operationId });
    expect(String(mock.requests()[0]?.status)).toMatch(/^2/);
  });

  test('the Chinese page differs in comments alone', () => {
    const code = ({ typeScript }: { typeScript: string }) => typeScript.replaceAll(/\s*\/\/ .*/g, '');
    expect(samplesOf(chinese).map(code)).toEqual(samples.map(code));
    expect(samplesOf(chinese).every(({ typeScript }) => /\/\/ .*\p{Script=Han}/u.test(typeScript))).toBe(true);
    expect(samples.some(({ typeScript }) => /\p{Script=Han}/u.test(typeScript))).toBe(false);
  });
});

test('all other samples are the same on the Chinese page', () => {
  const others = (document: Document) =>
    operationsOf(document).map(({ operation }) =>
      operation['x-codeSamples']?.filter(({ label }) => label !== 'TypeScript'),
    );
  expect(others(chinese)).toEqual(others(english));
});

test('an operation that is added to the document has samples, too', async () => {
  const { paths, ...others } = english;
  const item = paths['/v1/{project_id}/quotas'];
  if (item?.get === undefined) throw new Error('the operation that is added again is gone');
  const added = { ...item, get: { ...item.get, operationId: 'listLimits' } };
  const more = await addCodeSamples({ ...others, paths: { '/v1/{project_id}/limits': added } }, 'en');
  expect(samplesOf(more)).toMatchObject([
    {
      operationId: 'listLimits',
      curl: expect.stringContaining('/limits') as string,
      typeScript: expect.stringContaining('const { quotas } = await vpcep.listLimits();') as string,
    },
  ]);
});

/** The JSON of a request or response that is written where it is used. */
function contentOf(body: RequestBody | Response | Reference | undefined): MediaType {
  const media = body !== undefined && 'content' in body ? body.content['application/json'] : undefined;
  if (media === undefined) throw new Error('the document no longer has what the test changes');
  return media;
}

describe('what a sample needs and the document lacks is named, with its place', () => {
  const withCreation = (edit: (document: Document) => void) => {
    const copy = structuredClone(documents.en);
    edit(copy);
    return addCodeSamples(copy, 'en');
  };
  const path = '/v1/{project_id}/vpc-endpoint-services';
  const place = 'openapi.json#/paths/~1v1~1{project_id}~1vpc-endpoint-services/post';

  test.each<[string, (document: Document) => void, string]>([
    [
      'an example of a request',
      ({ paths }) => delete contentOf(paths[path]?.post?.requestBody).examples,
      `${place}/requestBody/content/application~1json: createEndpointService has no example of this body`,
    ],
    [
      'an example of a response',
      ({ paths }) => delete contentOf(paths[path]?.post?.responses?.['200']).examples,
      `${place}/responses/200/content/application~1json: createEndpointService has no example of this body`,
    ],
    [
      'an example of a parameter',
      ({ components }) => {
        const limit = components.parameters?.['Limit'];
        if (limit !== undefined && 'example' in limit) delete limit.example;
      },
      'openapi.json#/components/parameters/Limit: listEndpointService has no example of the parameter limit',
    ],
    [
      'a parameter of the path',
      ({ paths }) => delete paths[path]?.parameters,
      `openapi.json#/paths/~1v1~1{project_id}~1vpc-endpoint-services/get: listEndpointService has no parameter project_id`,
    ],
  ])('%s', async (_, edit, problem) => {
    await expect(withCreation(edit)).rejects.toThrow(problem);
  });
});

test('the request of a sample can be sent by other means', async () => {
  for (const { operationId } of samples) {
    mock.reset();
    const { method, path, headers, body } = sampleRequest(english, operationId);
    const response = await fetch(mock.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    expect(response.ok, await response.text()).toBe(true);
    expect(mock.requests()).toMatchObject([{ operation: operationId }]);
  }
  expect(() => sampleRequest(english, 'listNothing')).toThrow('no operation listNothing');
});

test('the page shows them beside the operation', async () => {
  const site = await openSite();
  const { page } = await site.open();
  await page.goto(`${site.address}operations/createEndpointService/`);
  const described = operationsOf(english).find(({ operationId }) => operationId === 'createEndpointService');
  for (const { label = '', source } of described?.operation['x-codeSamples'] ?? []) {
    await page.locator('label').getByText(label, { exact: true }).click();
    const shown = page.locator('.tabs > div').filter({ visible: true }).first().locator('pre');
    await expect.poll(() => shown.textContent()).toBe(source);
  }
  await site.close();
});
