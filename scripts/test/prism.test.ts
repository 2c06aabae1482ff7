import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { startMock } from '@vpcep/mock';
import { endTree } from '@vpcep/testing';
import { afterEach, expect, test } from 'vitest';
import { root } from '../clone.js';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** A script without its first step, which installs what is missing: not while other tests run on what is installed. */
function scriptOf(name: string): string {
  const [first, ...steps] = scripts[name]?.split(' && ') ?? [];
  expect(first).toBe('node scripts/install.mjs');
  return steps.join(' && ');
}

let started: ChildProcess | undefined;
afterEach(() => {
  if (started !== undefined) endTree(started);
  started = undefined;
});

/** Runs a script as npm does, in the system's own shell, and resolves with where it listens. */
async function run(script: string): Promise<string> {
  const child = spawn(script, {
    cwd: root,
    shell: true,
    detached: true,
    env: { ...process.env, PATH: join(root, 'node_modules/.bin') + delimiter + (process.env['PATH'] ?? '') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started = child;
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /listening on (http:\S+)/.exec(line) ?? [];
    if (url !== undefined) {
      child.stdout.resume();
      return url;
    }
  }
  throw new Error(`it stopped before it listened: ${script}`);
}
const headers = { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' };
const services = '/v1/p/vpc-endpoint-services';

test("mock:stateless is Prism's own mock", async () => {
  const url = await run(`${scriptOf('mock:stateless')} --port 0`);
  const response = await fetch(`${url}${services}/4189d3c2-8882-4871-a3c2-d380272eed83`, { headers });
  expect(response.status).toBe(200);
  expect(await response.json()).toHaveProperty('id', '4189d3c2-8882-4871-a3c2-d380272eed83');
});

test("mock:proxy is Prism's own proxy before the mock, and lets nothing wrong through", async () => {
  const mock = await startMock({ port: 0 });
  const script = scriptOf('mock:proxy');
  expect(script).toContain('http://127.0.0.1:4010');
  expect(script).toContain('--port 4020');
  const url = await run(script.replace('http://127.0.0.1:4010', mock.url).replace('--port 4020', '--port 0'));
  const right = await fetch(url + services, { headers });
  const body: unknown = await right.json();
  expect({ status: right.status, body }).toEqual({
    status: 200,
    body: { endpoint_services: [], total_count: 0 },
  });
  const wrong = await fetch(url + services, { method: 'POST', headers, body: '{}' });
  expect(wrong.status).toBe(422);
  expect(await wrong.json()).toHaveProperty('validation');
  await mock.close();
});
