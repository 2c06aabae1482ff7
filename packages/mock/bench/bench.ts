import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';

/** Measures the mock beside the stock `prism mock` of the same document, in the same run. */
const require = createRequire(import.meta.url);
const document = require.resolve('@vpcep/openapi/openapi.json');
const prism = require.resolve('@stoplight/prism-cli');
const vpcepMock = fileURLToPath(new URL('../bin/vpcep-mock.js', import.meta.url));

const rounds = 5;
const seconds = 5;
const request = {
  method: 'POST' as const,
  path: '/v1/p/vpc-endpoint-services',
  headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' },
  body: JSON.stringify({
    port_id: '4189d3c2-8882-4871-a3c2-d380272eed88',
    vpc_id: '4189d3c2-8882-4871-a3c2-d380272eed80',
    server_type: 'VM',
    ports: [{ client_port: 8080, server_port: 80 }],
  }),
};

const servers: [name: string, args: (port: string) => string[]][] = [
  ['prism mock', (port) => [prism, 'mock', document, '--port', port, '--multiprocess=false']],
  ['prism mock, silent', (port) => [prism, 'mock', document, '--port', port, '--multiprocess=false', '-v', 'silent']],
  ['vpcep-mock', (port) => [vpcepMock, '--port', port, '--stateless']],
  ['vpcep-mock --quiet', (port) => [vpcepMock, '--port', port, '--stateless', '--quiet']],
];

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}

/** Sends the request until it is answered with 200. */
async function firstAnswer(url: string): Promise<void> {
  for (;;) {
    const status = await fetch(url + request.path, request).then(
      async (response) => {
        await response.text();
        return response.status;
      },
      () => 0,
    );
    if (status === 200) return;
    if (status !== 0) throw new Error(`${url} answers with ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function measure(args: (port: string) => string[]): Promise<{ ready: number; rate: number }> {
  const ready: number[] = [];
  const rate: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const port = await freePort();
    const started = performance.now();
    // What a terminal would show goes through a pipe, and is read.
    const child: ChildProcess = spawn(process.execPath, args(port), { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout?.resume();
    await firstAnswer(`http://127.0.0.1:${port}`);
    ready.push(performance.now() - started);
    const result = await autocannon({
      url: `http://127.0.0.1:${port}`,
      connections: 10,
      duration: seconds,
      requests: [request],
    });
    if (result.non2xx > 0) throw new Error(`${result.non2xx} requests were refused`);
    rate.push(result.requests.average);
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  }
  return { ready: median(ready), rate: median(rate) };
}

const results: { name: string; ready: number; rate: number }[] = [];
for (const [name, args] of servers) results.push({ name, ...(await measure(args)) });
const [base] = results;
console.log(`Creating a service, median of ${rounds} rounds, 10 connections, Node ${process.version}`);
console.table(
  Object.fromEntries(
    results.map(({ name, ready, rate }) => [
      name,
      {
        'ready (ms)': Math.round(ready),
        'ratio to prism': Number((ready / (base?.ready ?? 1)).toFixed(2)),
        'requests per second': Math.round(rate),
        'ratio to prism ': Number((rate / (base?.rate ?? 1)).toFixed(2)),
      },
    ]),
  ),
);
