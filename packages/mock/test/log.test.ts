import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { referencePage } from '@vpcep/openapi/tsdoc';
import { type LogEntry, startMock, type Mock } from '../src/index.js';
import { createLineWriter } from '../src/log/line-writer.js';
import { jsonOf, textOf } from '../src/log/log-text.js';
import { exchange } from './raw-http.js';

const entries: LogEntry[] = [];
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0, clock: 'manual', log: (entry) => entries.push(entry) });
});
beforeEach(() => {
  mock.reset();
  entries.length = 0;
});
afterAll(() => mock.close());

const services = '/v1/north/vpc-endpoint-services';
async function send(path: string, init: RequestInit = {}): Promise<LogEntry | undefined> {
  await fetch(mock.url + path, { headers: { 'X-Auth-Token': 'secret-token' }, ...init }).then(
    (response) => response.text(),
    // A fault may have cut the connection.
    () => undefined,
  );
  expect(entries).toHaveLength(1);
  expect(JSON.stringify(entries)).not.toContain('secret');
  return entries.pop();
}
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;
const duration = expect.any(Number) as number;

test('the address is logged when it listens', async () => {
  const log: LogEntry[] = [];
  const other = await startMock({ port: 0, log: (entry) => log.push(entry) });
  await other.close();
  expect(log).toEqual([{ event: 'listening', time, url: other.url }]);
});

describe('a request is one entry', () => {
  test('that succeeds', async () => {
    expect(await send(`${services}?limit=1`)).toEqual({
      event: 'request',
      time,
      method: 'GET',
      path: `${services}?limit=1`,
      status: 200,
      request_id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      duration_ms: duration,
      operation: 'listEndpointService',
    });
  });

  test('that is refused, with the field and the rule', async () => {
    expect(await send(`${services}?limit=-1`)).toMatchObject({
      status: 400,
      operation: 'listEndpointService',
      error_code: 'EndPoint.0006',
      error_msg: expect.stringMatching(/query\.limit must be between 0 and 1000/) as string,
      explanation: [`see ${referencePage('operations/listEndpointService/#query.limit', 'en')}`],
    });
  });

  test.each([
    ['a field within another, which has a page', { ports: [{ client_port: 0 }] }, '#body.ports.client_port'],
    ['one that is unknown, which has none', { colour: 'blue', ports: [{ client_port: 80 }] }, ''],
  ])('that is refused for %s', async (_, wrong, anchor) => {
    const id = '35d0f7e2-8882-4871-a3c2-d380272eed83';
    const entry = await send(services, {
      method: 'POST',
      body: JSON.stringify({ port_id: id, vpc_id: id, server_type: 'VM', ...wrong }),
      headers: { 'X-Auth-Token': 'secret-token', 'Content-Type': 'application/json' },
    });
    const page = referencePage('operations/createEndpointService/', 'en');
    expect(entry).toMatchObject({ explanation: [`see ${page}${anchor}`] });
  });

  test('that is for no operation, for the control, and of a browser that asks first', async () => {
    expect(await send('/v1/north/nowhere')).toMatchObject({ status: 404, error_code: 'APIGW.0101' });
    expect(await send('/_mock/health')).toMatchObject({ path: '/_mock/health', status: 200 });
    const asking = { Origin: 'http://a.example', 'Access-Control-Request-Method': 'DELETE' };
    expect(await send(services, { method: 'OPTIONS', headers: asking })).toMatchObject({ status: 204 });
  });

  test('that a fault befalls', async () => {
    mock.setFaults([{ error: 'EndPoint.0001', latency: 5 }]);
    expect(await send(services)).toMatchObject({ status: 500, fault: 'latency 5 ms, status 500' });
    mock.setFaults([{ drop: 'answer' }]);
    const cut = await send(services);
    expect(cut).toMatchObject({ operation: 'listEndpointService', fault: 'drop answer' });
    expect(cut).not.toHaveProperty('status');
  });

  test('without the values of parameters that the document does not have', async () => {
    expect(await send(`${services}?limit=1&token=secret&flag`)).toHaveProperty(
      'path',
      `${services}?limit=1&token=***&flag`,
    );
    expect(await send('/v1/north/nowhere?limit=secret')).toHaveProperty('path', '/v1/north/nowhere?limit=***');
  });

  test('without name and password, where a proxy is asked for a whole URL', async () => {
    const target = `http://someone:secret@a.example${services}?limit=1`;
    const headers = 'Host: a.example\r\nX-Auth-Token: any\r\nConnection: close';
    expect(await exchange(mock.url, `GET ${target} HTTP/1.1\r\n${headers}\r\n\r\n`)).toMatchObject([{ status: 200 }]);
    expect(entries).toMatchObject([{ path: `http://***@a.example${services}?limit=1` }]);
    expect(JSON.stringify(entries)).not.toContain('secret');
  });
});

test('what is said of a request has nothing of what should be nowhere', async () => {
  const close = 'Host: a\r\nX-Auth-Token: any\r\nConnection: close\r\n';
  const json = (body: string) =>
    `${close}Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  for (const bytes of [
    'CONNECT someone:secret@a.example:443 HTTP/1.1\r\nHost: a\r\n\r\n',
    `GET ${services}#access_token=secret HTTP/1.1\r\n${close}\r\n`,
    `POST /v3/auth/tokens HTTP/1.1\r\n${json('{"password":secret}')}`,
    `POST ${services} HTTP/1.1\r\n${json(`{"padding":"${'x'.repeat(100)}","password": "sec"secret"}`)}`,
    `PUT /_mock/state HTTP/1.1\r\n${json('secret')}`,
  ]) {
    expect(await exchange(mock.url, bytes)).toHaveLength(1);
  }
  expect(entries).toHaveLength(5);
  expect(JSON.stringify([entries, mock.requests()])).not.toContain('secret');
});

describe('a log that fails', () => {
  test.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('no log today');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no log today'))],
  ])('since it %s ends neither the mock nor a request, and is told once', async (_, fail) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const other = await startMock({ port: 0, log: fail });
    for (let call = 0; call < 3; call++) {
      const response = await fetch(`${other.url}/_mock/health`);
      expect(response.status).toBe(200);
      await response.text();
    }
    await other.close();
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/what startMock got as log/), new Error('no log today')]]);
    warn.mockRestore();
  });
});

describe('who reads slowly', () => {
  /** A stream whose reader takes nothing until it is told to. */
  function held() {
    const written: string[] = [];
    let release: () => void = () => undefined;
    const stream = new Writable({
      write(chunk: Buffer, _, done) {
        written.push(chunk.toString());
        release = done;
      },
    });
    return {
      stream,
      written,
      release: () => {
        release();
      },
    };
  }

  test('costs lines, and no memory, and is told how many', async () => {
    const { stream, written, release } = held();
    const write = createLineWriter(stream, (count) => `${count} left out`);
    for (let line = 0; line < 100_000; line++) write(`${line} ${'x'.repeat(100)}`);
    expect(stream.writableLength).toBeLessThan(2 * 1024 * 1024);
    while (stream.writableLength > 0) {
      release();
      await new Promise(setImmediate);
    }
    const last = written.at(-1);
    expect(last).toBe(`${100_000 - (written.length - 1)} left out\n`);
    write('again');
    expect(stream.writableLength).toBe(6);
  });
});

describe('a person reads', () => {
  const refused: LogEntry = {
    event: 'request',
    time: '2026-01-31T09:30:00.000Z',
    method: 'POST',
    path: services,
    status: 400,
    duration_ms: 1.5,
    operation: 'createEndpointService',
    error_code: 'EndPoint.0002',
    error_msg: 'body.\u001b[2J\nx is not a field of this object.',
  };
  const line = / POST \/v1\/north\/vpc-endpoint-services 400 1\.5 ms createEndpointService EndPoint\.0002 body\./;

  test('one line, in which control characters do no harm', () => {
    const text = textOf(refused, false);
    expect(text).toMatch(line);
    expect(text).toMatch(/body\.\\u001b\[2J\\u000ax is not a field of this object\.$/);
  });

  test.each([
    ['what turns the direction', '\u202e', '\\u202e'],
    ['control characters of one byte', '\u009b', '\\u009b'],
    ['ends of lines that few know', '\u2028', '\\u2028'],
    ['what takes no room', '\u200b', '\\u200b'],
    ['halves of characters', '\ud800', '\\ud800'],
    ['tags that nobody sees', '\u{e0041}', '\\udb40\\udc41'],
  ])('%s as numbers, as text and in JSON', (_, character, shown) => {
    const entry = { ...refused, error_msg: `a${character}b`, path: `/${character}`, failure: `Error: ${character}` };
    for (const text of [textOf(entry, false), jsonOf(entry)]) {
      expect(text).not.toContain(character);
      expect(text.split(shown)).toHaveLength(4);
    }
    expect(JSON.parse(jsonOf(entry))).toEqual(entry);
  });

  test('colours where they can be shown', () => {
    const text = textOf(refused, true);
    expect(text).toContain('\u001b[33m400\u001b[39m');
    // eslint-disable-next-line no-control-regex -- Escape sequences begin with one.
    expect(text.replace(/\u001b\[\d+m/g, '')).toMatch(line);
  });

  test('where the mock failed', () => {
    expect(textOf({ ...refused, status: 500, failure: 'Error: why\n    at place' }, false)).toMatch(
      / 500 .*\nError: why\n {4}at place$/,
    );
  });

  test('that the document changed, or cannot be used', () => {
    const entry: LogEntry = { event: 'document', time: refused.time, document: 'a.yaml' };
    expect(textOf({ ...entry, document_hash: 'f', operations: 7 }, false)).toMatch(
      / a\.yaml has changed and is in use, with 7 operations$/,
    );
    expect(textOf({ ...entry, problem: 'line 2' }, false)).toMatch(/ a\.yaml cannot be used, .*: line 2$/);
  });
});
