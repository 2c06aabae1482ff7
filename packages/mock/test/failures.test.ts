import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createHttpServer } from '../src/server/http-server.js';
import { listen } from '../src/server/listen.js';
import { exchange } from './raw-http.js';

test('a mistake in the mock costs a connection, is told, and does not end it', async () => {
  const failures: unknown[] = [];
  const fail = () => {
    throw new Error('a mistake');
  };
  const { server, stop } = createHttpServer(
    { respond: () => Promise.resolve({ status: 200, headers: { 'X-Broken': 'a\nb' } }), refuse: fail },
    {
      gate: () => ({ refusal: undefined, isReadable: false }),
      certificate: undefined,
      onFailure: (error) => failures.push(error),
    },
  );
  const { url } = await listen(server, '127.0.0.1', 0, fail);
  for (const [bytes, message] of [
    ['GET / HTTP/1.1\r\nHost: a\r\n\r\n', /Invalid character in header/],
    ['GET / HTTP/1.1\r\n\r\n', /a mistake/],
    ['nonsense\r\n\r\n', /a mistake/],
    ['CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n', /a mistake/],
  ] as const) {
    expect(await exchange(url, bytes)).toEqual([]);
    expect(String(failures.splice(0))).toMatch(message);
  }
  const closed = once(server, 'close');
  await stop();
  await closed;
});
