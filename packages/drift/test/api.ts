import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startMock } from '@vpcep/mock';
import { run } from '../src/cli.js';

/** The project of the mock's own scenarios. */
export const projectId = '6e9dfd51d1124e8d8498dce894923a0d';
/** As they are in the environment while the command runs. */
export const keys = { ak: 'AKOFTHETESTSTHATNOBODYKNOWS', sk: 'sk-of-the-tests-that-nobody-knows' };

/** An answer on its way from the mock to the caller. Whatever is changed in it arrives changed. */
export interface Answer {
  path: string;
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/** An API that answers as the mock does, but for what a test changes. */
export interface Api {
  url: string;
  /** What has arrived: `GET /path`, in order. */
  requests: string[];
  deviate: (how: (answer: Answer) => void) => void;
  close: () => Promise<void>;
}

/** Starts the mock behind a server that changes its answers. */
export async function startApi(): Promise<Api> {
  const mock = await startMock({ port: 0, scenario: 'small-team', clock: 'manual' });
  const requests: string[] = [];
  let change: (answer: Answer) => void = () => undefined;
  const pass = async (request: IncomingMessage): Promise<Answer> => {
    const { method = 'GET', url: path = '/' } = request;
    requests.push(`${method} ${path}`);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answered = await fetch(mock.url + path, {
      method,
      headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' },
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    const { 'content-length': _, ...headers } = Object.fromEntries(answered.headers);
    const answer = { path, status: answered.status, headers, body: (await answered.json()) as unknown };
    change(answer);
    return answer;
  };
  const { url, close } = await listen((request, response) => {
    void pass(request).then(({ status, headers, body }) => {
      response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  return {
    url,
    requests,
    deviate(how) {
      change = how;
      requests.length = 0;
    },
    async close() {
      await close();
      await mock.close();
    },
  };
}

/** Starts a server on a free port. */
export async function listen(answer: RequestListener): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** Runs the command, and returns what it says and the code that it ends with. */
export async function command(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await run(args, {
    out: (text) => (said.out += `${text}\n`),
    err: (text) => (said.err += `${text}\n`),
  });
  return { code, ...said };
}

/** The rows of a report's table, without those of its head: the cells of each. */
export const rowsOf = (report: string): string[][] =>
  report
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .slice(2, -2)
        .split(' | ')
        .map((cell) => cell.replaceAll('`', '')),
    );
