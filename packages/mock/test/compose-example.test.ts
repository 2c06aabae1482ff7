import { existsSync } from 'node:fs';
import { startRedis } from '@vpcep/redis';
import { describe, expect, test } from 'vitest';
import { createControlGate } from '../src/server/control-gate.js';
import { endCommands, vpcepMock } from './command.js';
import { optionsIn, wrongArguments } from './deployments/command-arguments.js';
import { composeText, readCompose } from './deployments/compose-file.js';
import { containerImage } from './deployments/container-image.js';
import { lossesOf } from './deployments/kept-by-valkey.js';
import { lintCompose } from './deployments/lint-compose.js';
import { balancerText, readLoadBalancer } from './deployments/load-balancer.js';

endCommands();
const { services, networks, volumes } = readCompose(composeText);
const { balancer, valkey, ...others } = services;
const replicas = Object.entries(others);
const loadBalancer = readLoadBalancer(balancerText);

test('a linter finds nothing wrong with the file', () => {
  expect(lintCompose(composeText)).toEqual([]);
});

test.each([
  ['a key that there is not', 'read_only: true', 'readonly: true'],
  ['an image of which the version is open', 'valkey/valkey:8.1', 'valkey/valkey'],
  ['a port for everybody', /- host_ip.*\n.*\n.*target: (\d+)/, "- '$1:$1'"],
])('the linter finds %s', (_, written, instead) => {
  expect(lintCompose(composeText.replace(written, instead))).not.toEqual([]);
});

describe('the replicas', () => {
  test('are several, of the image that is made here, and all the same', () => {
    expect(replicas.length).toBeGreaterThan(1);
    for (const [, replica] of replicas) {
      expect(replica).toEqual(replicas[0]?.[1]);
      const recipe = new URL(`../examples/shared/${replica.build ?? ''}/Dockerfile`, import.meta.url);
      expect(existsSync(recipe)).toBe(true);
    }
  });

  test('have options that the mock knows', async () => {
    const { stdout: help } = await vpcepMock('--help').ended;
    for (const [, { command = [] }] of replicas) {
      expect(wrongArguments([...containerImage.entrypoint, ...command], help)).toEqual([]);
    }
    expect(wrongArguments(['--allow-hosts', 'a', '--json', 'b', '--seed'], help)).toHaveLength(3);
  });

  test('share by the variable of the environment that the mock knows', async () => {
    const { stdout: help } = await vpcepMock('--help').ended;
    const variables = replicas.flatMap(([, { environment = {} }]) => Object.keys(environment));
    expect(variables).toEqual(replicas.map(() => /\bVPCEP_MOCK_\w+/.exec(help)?.[0]));
  });

  test('share what is in the Valkey of the file, under one name', () => {
    const [url] = new Set(replicas.map(([, { environment }]) => environment?.['VPCEP_MOCK_SHARED']));
    const { protocol, hostname, port, searchParams } = new URL(url ?? '');
    expect({ protocol, hostname, port }).toEqual({ protocol: 'redis:', hostname: 'valkey', port: '6379' });
    expect(searchParams.get('name')).toMatch(/^[\w.-]{1,64}$/);
  });
});

describe('Valkey', () => {
  const { command = [], mem_limit: limit = '' } = valkey ?? {};

  test('keeps what was answered, in a volume that has a name', () => {
    expect(lossesOf(command, limit)).toEqual([]);
    const [volume, folder] = valkey?.volumes?.join().split(':') ?? [];
    expect(folder).toBe('/data');
    expect(Object.keys(volumes)).toEqual([volume]);
  });

  test.each([
    ['always', 'everysec'],
    ['noeviction', 'allkeys-lru'],
    ['--appendonly', '--appendonly-no'],
    ['512mb', '1gb'],
  ])('would lose something with another thing than %s', (written, instead) => {
    const otherwise = command.map((argument) => (argument === written ? instead : argument));
    expect(lossesOf(otherwise, limit)).toHaveLength(1);
  });

  test('takes its arguments', async () => {
    const settings = [...optionsIn(command)].map(([name, values]) => [name.slice(2), values.join()] as const);
    const server = await startRedis(Object.fromEntries(settings));
    for (const [name, value] of settings.filter(([key]) => key !== 'maxmemory')) {
      expect(await server.run('CONFIG', 'GET', name)).toEqual([name, value]);
    }
    await server.close();
  });

  test('is reached by the replicas and by nothing else', () => {
    const [network] = valkey?.networks ?? [];
    expect(valkey?.networks).toHaveLength(1);
    expect(networks[network ?? '']).toEqual({ internal: true });
    expect(balancer?.networks).not.toContain(network);
    for (const [, replica] of replicas) expect(replica.networks).toEqual(expect.arrayContaining([network]));
  });
});

describe('the load balancer', () => {
  test('has the replicas for its servers, at the port of the image', () => {
    expect([...loadBalancer.servers]).toEqual(
      replicas.map(([name]) => [name, { host: name, port: containerImage.port }]),
    );
    const shared = new Set(balancer?.networks);
    for (const [, replica] of replicas) expect(replica.networks.some((network) => shared.has(network))).toBe(true);
  });

  test('alone is reached from outside, at first by this machine only', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name]) => name)).toEqual(['balancer']);
    expect(balancer?.ports).toMatchObject([{ host_ip: expect.stringMatching(/:-127\.0\.0\.1\}$/) as string }]);
    expect(balancer?.ports?.map(({ target }) => target)).toEqual(loadBalancer.ports);
  });

  test('reads the configuration that lies beside the file', () => {
    const [file = '', , mode] = balancer?.volumes?.join().split(':') ?? [];
    expect(existsSync(new URL(`../examples/shared/${file}`, import.meta.url))).toBe(true);
    expect(mode).toBe('ro');
  });

  test('asks for the health of a replica as the mock lets it', () => {
    const gate = createControlGate({ host: '0.0.0.0', allowedHosts: [], allowedOrigins: [] });
    const { path = '', host = '' } = loadBalancer.healthCheck;
    expect(path).toBe('/_mock/health');
    expect(gate({ target: path, headers: { host } }).refusal).toBeUndefined();
    expect(gate({ target: path, headers: { host: 'mock-1' } }).refusal?.status).toBe(403);
  });

  test('sends no request a second time, and keeps nobody at one replica', () => {
    expect(loadBalancer).toMatchObject({ resends: [], affinities: [] });
    expect(balancerText).toMatch(/retry-on conn-failure$/m);
  });

  test.each([
    { fault: 'resends', instead: 'retry-on conn-failure empty-response', of: 'retry-on conn-failure' },
    { fault: 'resends', instead: 'retry-on all-retryable-errors', of: 'retry-on conn-failure' },
    { fault: 'affinities', instead: 'balance source', of: 'balance roundrobin' },
    { fault: 'affinities', instead: 'cookie replica insert', of: 'balance roundrobin' },
  ] as const)('would be found wanting for its $fault with "$instead"', ({ fault, instead, of }) => {
    expect(readLoadBalancer(balancerText.replace(of, instead))[fault]).toEqual([instead]);
  });
});

test('nothing starts before what it needs is well, which has a health check', () => {
  const needs = Object.values(services).flatMap(({ depends_on: dependencies = {} }) => Object.entries(dependencies));
  expect(new Set(needs.map(([name]) => name))).toEqual(new Set(['valkey', ...replicas.map(([name]) => name)]));
  for (const [name, { condition }] of needs) {
    expect(condition).toBe('service_healthy');
    const needed = services[name];
    expect(needed?.healthcheck !== undefined || (needed?.build !== undefined && containerImage.hasHealthCheck)).toBe(
      true,
    );
  }
});

test('no container may write but where it keeps something, or has a right that it does not need', () => {
  for (const service of Object.values(services)) expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
});
