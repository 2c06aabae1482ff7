import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { endCommands, vpcepMock } from './command.js';

const openapi = fileURLToPath(import.meta.resolve('@vpcep/openapi/openapi.yaml'));
endCommands();

describe('vpcep-mock', () => {
  // Windows ends a process that is sent a signal, rather than telling it.
  test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
    'says where it listens, answers, and stops cleanly at %s',
    async (signal) => {
      const { child, ended, ready } = vpcepMock('--port', '0');
      const url = await ready();
      const response = await fetch(`${url}/v1/p/vpc-endpoint-services`, { headers: { 'X-Auth-Token': 'any' } });
      expect(response.status).toBe(200);
      await response.text();
      child.kill(signal);
      const { code, stdout, stderr } = await ended;
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const [first, second, ...rest] = stdout.split('\n');
      expect(first).toBe(`vpcep-mock listens on ${url}`);
      expect(second).toMatch(/^\d\d:\d\d:\d\d GET \/v1\/p\/vpc-endpoint-services 200 [\d.]+ ms listEndpointService$/);
      expect(rest).toEqual(['']);
    },
  );

  test('starts with the scenario that it is told', async () => {
    const { ready } = vpcepMock('--port', '0', '--quiet', '--scenario', 'busy');
    const response = await fetch(`${await ready()}/_mock/state`);
    expect(((await response.json()) as { services: unknown[] }).services).toHaveLength(400);
  });

  test('takes its time at each stage as it is told', async () => {
    const options = ['immediate', 'endpoint=manual(2)', 'endpoint_acceptance=time(5s)'];
    const { ready } = vpcepMock('--port', '0', '--quiet', ...options.flatMap((option) => ['--transitions', option]));
    const response = await fetch(`${await ready()}/_mock/clock`);
    expect(await response.json()).toMatchObject({
      transitions: {
        endpoint_service: 'immediate',
        endpoint: 'manual(2)',
        endpoint_service_update: 'immediate',
        endpoint_acceptance: 'time(5s)',
      },
    });
  });

  test('is without the calls that only other regions have, when it is told to be like its region', async () => {
    const { ready } = vpcepMock('--port', '0', '--quiet', '--stateless', '--regional', '--region', 'cn-north-4');
    const url = `${await ready()}/v2/p/vpc-endpoint-services/4189d3c2-8882-4871-a3c2-d380272eed83/upgrade`;
    const response = await fetch(url, { method: 'POST', headers: { 'X-Auth-Token': 'any' } });
    expect([response.status, await response.json()]).toMatchObject([404, { error_code: 'APIGW.0101' }]);
  });

  test('answers with examples when it is told to be stateless', async () => {
    const { ready } = vpcepMock('--port', '0', '--quiet', '--stateless');
    const url = `${await ready()}/v1/p/vpc-endpoint-services/4189d3c2-8882-4871-a3c2-d380272eed83`;
    const response = await fetch(url, { headers: { 'X-Auth-Token': 'any' } });
    expect(response.status).toBe(200);
    await response.text();
  });

  test('lets in known tokens only, from a file, when it is told to be strict', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vpcep-mock-'));
    const file = join(folder, 'credentials.json');
    writeFileSync(file, JSON.stringify({ tokens: ['planted-token'] }));
    const { child, ended, ready } = vpcepMock('--port', '0', '--auth', 'strict', '--credentials', file);
    const url = `${await ready()}/v1/p/vpc-endpoint-services`;
    const status = async (token: string) => (await fetch(url, { headers: { 'X-Auth-Token': token } })).status;
    expect([await status('planted-token'), await status('planted-other')]).toEqual([200, 401]);
    child.kill('SIGTERM');
    const { stdout } = await ended;
    rmSync(folder, { recursive: true });
    expect(stdout).toContain('  X-Auth-Token is not a known token; 1 are known.\n');
    expect(stdout).not.toContain('planted');
  });

  test.each([
    ['missing', undefined, /no such file/],
    ['not JSON', '{"tokens": [planted]}', /is not valid JSON/],
    ['of another shape', '{"tokens": "planted"}', /credentials\.tokens must be array/],
  ])('credentials that are %s are one clear line and exit code 1', async (_, text, reason) => {
    const folder = mkdtempSync(join(tmpdir(), 'vpcep-mock-'));
    const file = join(folder, 'credentials.json');
    if (text !== undefined) writeFileSync(file, text);
    const { code, stderr } = await vpcepMock('--port', '0', '--auth', 'strict', '--credentials', file).ended;
    rmSync(folder, { recursive: true });
    expect(code).toBe(1);
    expect(stderr).toMatch(reason);
    expect(stderr).not.toContain('planted');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('answers by another document when it is given one', async () => {
    const { ready } = vpcepMock('--port', '0', '--quiet', '--document', openapi);
    const response = await fetch(`${await ready()}/_mock/health`);
    const documentHash = createHash('sha256').update(readFileSync(openapi)).digest('hex');
    expect(await response.json()).toEqual({ status: 'ok', documentHash });
  });

  test('logs in JSON when it is told to, one object per line', async () => {
    const { child, ended, ready } = vpcepMock('--port', '0', '--json');
    const url = await ready();
    await fetch(`${url}/v1/p/vpc-endpoint-services`, { headers: { 'X-Auth-Token': 'very-secret' } });
    child.kill('SIGTERM');
    const { stdout } = await ended;
    expect(stdout).not.toContain('very-secret');
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { event: 'listening', url },
      { event: 'request', method: 'GET', path: '/v1/p/vpc-endpoint-services', status: 200 },
    ]);
  });

  test('a port in use is one clear line and exit code 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { code, stdout, stderr } = await vpcepMock('--port', String(port)).ended;
    other.close();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      new RegExp(`^vpcep-mock: cannot listen on 127\\.0\\.0\\.1, port ${port}: .*in use.*--port.*\\n$`),
    );
  });

  test.each([
    ['missing', undefined, /no such file/],
    ['not YAML', 'a: [', /cannot use the document/],
    ['not OpenAPI', '{"title": "something else"}', /cannot use the document/],
  ])('a document that is %s is one clear line and exit code 1', async (_, text, reason) => {
    const folder = mkdtempSync(join(tmpdir(), 'vpcep-mock-'));
    const file = join(folder, 'openapi.yaml');
    if (text !== undefined) writeFileSync(file, text);
    const { code, stdout, stderr } = await vpcepMock('--port', '0', '--document', file).ended;
    rmSync(folder, { recursive: true });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(reason);
    expect(stderr).toContain(file);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test.each([
    [['--port', 'http'], /--port must be a whole number from 0 to 65535, not 'http'/],
    [['--port', '65536'], /--port must be/],
    [['--prot', '80'], /there is no option --prot; did you mean --port\?/],
    [['snapshots', 'list'], /the only argument is snapshot, before all options, not 'snapshots'; leave it out/],
    [['--scenario', 'smal-team'], /; did you mean small-team\?/],
    [['--host', ''], /--host must be an address or a name of this machine, .*not ''/],
    [['--document', ''], /--document must be the path of a file, not ''/],
    [['--auth', 'strict', '--credentials', ''], /--credentials must be the path of a file, not ''/],
    [['--region', ''], /--region must be up to 64 letters/],
    [['--region', 'north/4'], /--region must be up to 64 letters, .*not 'north\/4'/],
    [['--seed', ''], /--seed must be a string of 1 to 1000 characters, not ''/],
    [['--quota', 'endpoint=-1'], /--quota endpoint must be a whole number from 0 to 1000000000, not '-1'/],
    [['--quota', 'endpoints=1'], /--quota must be a kind and a number, such as endpoint=500, not 'endpoints=1'/],
    [['--transitions', 'time(9000h)'], /--transitions must be .* up to 8760h/],
    [['--scenario', 'a\u001b[2J\u202eb'], /not 'a\\u001b\[2J\\u202eb'/],
    [['--scenario', 'huge'], /--scenario must be one of empty, .*'huge'/],
    [['--transitions', 'slowly'], /--transitions must be 'immediate', .*'slowly'/],
    [['--transitions', 'acceptance=time(5s)'], /--transitions must be of endpoint_service, .*'acceptance'/],
    [['--auth', 'lax'], /--auth must be any or strict, not 'lax'/],
    [['--credentials', 'keys.json'], /--credentials needs --auth strict/],
    [['--persist', 'kept', '--stateless'], /--persist keeps .* --stateless/],
    [['--persist', ''], /--persist must be the path of a folder, not ''/],
    [['--as-of', '2027-01'], /--as-of must be 2026-08, not '2027-01'/],
    [['--as-of', '2026-08', '--document', 'x.json'], /--as-of is about the document of the mock/],
    [['--watch'], /--watch needs a document to watch; name it with --document/],
    [['--clock', 'broken'], /--clock must be system or manual, not 'broken'/],
  ])('%j is one clear line and exit code 2', async (args, reason) => {
    const { code, stderr } = await vpcepMock(...args).ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(reason);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  test('takes quotas', async () => {
    const { ready } = vpcepMock('--port', '0', '--quiet', '--quota', 'endpoint=500', '--quota', 'endpoint_service=7');
    const response = await fetch(`${await ready()}/_mock/quotas`);
    expect(await response.json()).toEqual({ endpoint_service: 7, endpoint: 500 });
  });

  test('goes on when whoever reads its output goes', async () => {
    const { child, ready } = vpcepMock('--port', '0');
    const url = await ready();
    child.stdout.destroy();
    for (let call = 0; call < 20; call++) {
      const response = await fetch(`${url}/v1/p/quotas`, { headers: { 'X-Auth-Token': 'any' } });
      expect(response.status).toBe(200);
      await response.text();
    }
    expect(child.exitCode).toBeNull();
  });

  test('stops in time though nobody reads its output', async () => {
    const { child, ready } = vpcepMock('--port', '0');
    const url = await ready();
    child.stdout.pause();
    // More than a pipe takes.
    const long = `/v1/p/${'x'.repeat(10_000)}`;
    for (let call = 0; call < 100; call++) await (await fetch(url + long)).text();
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });

  test.each(['--version', '-v'])('%s shows the version', async (option) => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await vpcepMock(option).ended).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  test('-h shows what --help does', async () => {
    expect(await vpcepMock('-h').ended).toEqual(await vpcepMock('--help').ended);
  });

  test('an error that nobody catches shows its line, and not the whole bundle', async () => {
    const script = `const { startMock } = await import('@vpcep/mock');
      const mock = await startMock({ port: 0 });
      mock.setFaults([{ error: 'EndPoint.9999' }]);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    await once(child, 'close');
    expect(stderr).toContain('body.faults[0].error must be a code of the error catalogue');
    expect(stderr.length).toBeLessThan(5000);
  });

  test('--help shows every option', async () => {
    const { code, stdout } = await vpcepMock('--help').ended;
    expect(code).toBe(0);
    for (const option of [
      '--port',
      '--host',
      '--scenario',
      '--regional',
      '--auth',
      '--credentials',
      '--persist',
      '--stateless',
      '--document',
      '--watch',
      '--json',
      '--quiet',
    ])
      expect(stdout).toContain(option);
  });
});
