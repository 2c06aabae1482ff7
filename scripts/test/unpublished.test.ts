import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { root } from '../clone.js';

const { version } = JSON.parse(readFileSync(join(root, 'packages/client/package.json'), 'utf8')) as { version: string };

let registry: Server;
afterEach(() => registry.close());

/** Asks a registry that has these versions of packages, and answers with that status for all others. */
async function unpublished(has: Record<string, string>, otherwise: number): Promise<string> {
  registry = createServer((request, response) => {
    const name = decodeURIComponent(request.url ?? '').slice(1);
    const published = has[name];
    if (published === undefined) response.statusCode = otherwise;
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify(
        published === undefined
          ? { error: 'none' }
          : { name, 'dist-tags': { latest: published }, versions: { [published]: { name, version: published } } },
      ),
    );
  }).listen(0, '127.0.0.1');
  await once(registry, 'listening');
  const { port } = registry.address() as AddressInfo;
  const env = { ...process.env, npm_config_registry: `http://127.0.0.1:${port}` };
  const args = ['--import', 'tsx', 'scripts/unpublished.ts'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
  return stdout;
}

test('a package is published when the registry has the version that it has here', async () => {
  const has = { '@vpcep/types': version, '@vpcep/mock': version, '@vpcep/client': '0.0.1' };
  expect(await unpublished(has, 404)).toBe('packages=@vpcep/client @vpcep/drift @vpcep/openapi\n');
});

test('a registry that does not answer is a failure, rather than an empty one', async () => {
  await expect(unpublished({}, 503)).rejects.toThrow('the registry does not say whether it has');
});
