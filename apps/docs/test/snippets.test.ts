import { documents } from '@vpcep/openapi/documents';
import { startMock } from '@vpcep/mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { addCodeSamples } from '../src/samples/add-code-samples.js';
import { requestOf } from '../src/samples/sample-request.js';
import { sampledOperations } from '../src/samples/sampled-operation.js';
import { goSample, httpieSample, javaSample, pythonSample } from '../src/samples/snippets.js';
import { requestReaders } from './snippet-requests.js';
import { runSnippet, snippetTools } from './snippet-tools.js';

const operations = sampledOperations(await addCodeSamples(documents.en, 'en'));
const mock = await startMock({ port: 0, scenario: 'small-team', transitions: 'immediate' });
beforeEach(() => {
  mock.reset();
});
afterAll(() => mock.close());

const atMock = (source: string) => source.replaceAll('http://127.0.0.1:4010', mock.url);

const writers = { Python: pythonSample, Go: goSample, Java: javaSample, HTTPie: httpieSample };

/** An operation whose body holds all that a language could take for something else. */
function withSpecialCharacters() {
  const placed = operations.find(({ operationId }) => operationId === 'updateEndpointService');
  if (placed === undefined) throw new Error('updateEndpointService is gone');
  const description = `it's "$(exit 1)" \`exit 1\` \\ \\n """ ! $HOME True %s\n中文`;
  return { description, placed: { ...placed, bodyExample: { description } } };
}

describe.each(Object.entries(writers))('%s', (label, write) => {
  test.each(operations)('of $operationId stands beside the operation, with its request', async (placed) => {
    const { operation } = placed;
    const source = operation['x-codeSamples']?.find((sample) => sample.label === label)?.source ?? '';
    const { path, ...others } = requestOf(placed);
    expect(await requestReaders[label]?.(source)).toEqual({ url: `http://127.0.0.1:4010${path}`, ...others });
  });

  test('holds what is special to the language as it is', async () => {
    const { placed, description } = withSpecialCharacters();
    expect(await requestReaders[label]?.(write(placed))).toMatchObject({ body: { description } });
  });
});

describe.each(snippetTools)('$label, run as it stands,', (tool) => {
  const write = Object.entries(writers).find(([label]) => label === tool.label)?.[1];

  test.each(operations)('calls $operationId', async (placed) => {
    const [...outputs] = await runSnippet(tool, atMock(write?.(placed) ?? ''));
    const shown = outputs.pop() ?? '';
    // All other commands look for faults.
    expect(outputs.join('')).toBe('');
    expect(mock.requests()).toMatchObject([{ operation: placed.operationId, method: placed.method }]);
    expect(String(mock.requests()[0]?.status)).toMatch(/^2/);
    if (placed.answerExample !== undefined) expect(JSON.parse(shown)).toMatchObject({});
  });

  test('sends what is special to the language as it is', async () => {
    const { placed, description } = withSpecialCharacters();
    await runSnippet(tool, atMock(write?.(placed) ?? ''));
    expect(mock.state().services.map((service) => service.description)).toContain(description);
  });
});
