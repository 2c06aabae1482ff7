import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { type Mock, MockStartError, type MockOptions, startMock } from '../src/index.js';

/** The path of the one operation of a small document. */
export const path = '/things/{id}';

/** A small document: an operation that takes and returns a thing, with changes. */
export const small = (thing: unknown, change: object = {}): Record<string, unknown> => ({
  openapi: '3.1.0',
  paths: {
    [path]: {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      post: {
        operationId: 'putThing',
        requestBody: { required: true, content: { 'application/json': { schema: thing } } },
        responses: { 200: { content: { 'application/json': { schema: thing } } } },
      },
    },
  },
  ...change,
});

/** A folder for the documents of a test file, and mocks by them, which are closed after each test. */
export function documentsOfTests() {
  let folder = '';
  const running: Mock[] = [];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vpcep-mock-'));
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((mock) => mock.close()));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const at = (name: string) => join(folder, name);
  /** Writes a file: a text or bytes as they are, all else in JSON. */
  function write(content: unknown, name = 'openapi.json'): string {
    const isWritten = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(at(name), isWritten ? content : JSON.stringify(content));
    return at(name);
  }
  async function start(document: string, options: MockOptions = {}): Promise<Mock> {
    const mock = await startMock({ port: 0, document, ...options });
    running.push(mock);
    return mock;
  }
  /** Why the mock does not start by a document. */
  async function whyNot(document: string, options: MockOptions = {}): Promise<string> {
    try {
      await start(document, options);
    } catch (error) {
      if (error instanceof MockStartError) return error.message;
      throw error;
    }
    throw new Error('the mock has started');
  }
  return { at, write, start, whyNot };
}

/** Sends a thing to a mock by a small document. */
export async function send(mock: Mock, thing: unknown, prefer?: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${mock.url}${path.replace('{id}', '1')}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Auth-Token': 'any', ...(prefer && { Prefer: prefer }) },
    body: JSON.stringify(thing),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}
