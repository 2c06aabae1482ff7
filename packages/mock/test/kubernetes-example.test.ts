import { describe, expect, test } from 'vitest';
import { createControlGate } from '../src/server/control-gate.js';
import { endCommands, vpcepMock } from './command.js';
import { optionsIn, wrongArguments } from './deployments/command-arguments.js';
import { containerImage } from './deployments/container-image.js';
import { lossesOf } from './deployments/kept-by-valkey.js';
import { manifestFaults } from './deployments/manifest-faults.js';
import { deployment, disruptionBudget, manifestText, only, services, statefulSet } from './deployments/manifests.js';

endCommands();
const podOf = ({ spec }: typeof deployment | typeof statefulSet) => spec?.template.spec;
const replica = only(podOf(deployment)?.containers);
const valkey = only(podOf(statefulSet)?.containers);
const serviceNamed = (name: string | undefined) => only(services.filter(({ metadata }) => metadata?.name === name));

/** What the commands at the head of the file put into the secret. */
const secret = {
  name: /kubectl create secret generic (\S+)/.exec(manifestText)?.[1],
  values: new Map(
    [...manifestText.matchAll(/--from-literal=(\w+)="(.*)"/g)].map(([, key = '', value = '']) => [key, value]),
  ),
};
/** Where a container has a variable of its environment from. */
const secretOf = ({ env }: typeof replica) => only(env).valueFrom?.secretKeyRef;

test('the manifests are as Kubernetes wants them', () => {
  expect(manifestFaults(manifestText)).toEqual([]);
});

test.each([
  ['a field that there is not', 'readinessProbe:', 'readynessProbe:'],
  ['a field that is missing', /^ {6}containers:/m, '      initContainers:'],
  ['an amount that is none', '5Gi', '5GiB'],
  ['a number for a text', "'5'", '5'],
  ['another kind', 'kind: PodDisruptionBudget', 'kind: PodBudget'],
])('the check finds %s', (_, written, instead) => {
  const otherwise = manifestText.replace(written, instead);
  expect(otherwise).not.toBe(manifestText);
  expect(manifestFaults(otherwise)).not.toEqual([]);
});

describe('the replicas', () => {
  test('are several, of which one may be missing, and none is of another version than the others', () => {
    const { replicas = 1, strategy } = deployment.spec ?? {};
    expect(replicas).toBeGreaterThan(Number(disruptionBudget.spec?.minAvailable));
    expect(strategy).toEqual({ type: 'Recreate' });
    expect(disruptionBudget.spec?.selector).toEqual(deployment.spec?.selector);
  });

  test('have options that the mock knows', async () => {
    const { stdout: help } = await vpcepMock('--help').ended;
    expect(wrongArguments([...containerImage.entrypoint, ...(replica.args ?? [])], help)).toEqual([]);
  });

  test('share by the variable of the environment that the mock knows', async () => {
    const { stdout: help } = await vpcepMock('--help').ended;
    expect(only(replica.env).name).toBe(/\bVPCEP_MOCK_\w+/.exec(help)?.[0]);
  });

  test('share what is in the Valkey of the file, by a URL that is in a secret', () => {
    expect(secretOf(replica)).toEqual({ name: secret.name, key: 'url' });
    const url = new URL((secret.values.get('url') ?? '').replace('$PASSWORD', 'password'));
    expect(url.hostname).toBe(statefulSet.metadata?.name);
    expect(only(serviceNamed(url.hostname).spec?.ports).port).toBe(Number(url.port));
    expect(url.searchParams.get('name')).toMatch(/^[\w.-]{1,64}$/);
    expect(manifestText).not.toMatch(/^\s*[^#\s].*redis:/m);
  });

  test.each(['startupProbe', 'readinessProbe', 'livenessProbe'] as const)(
    'are asked by a %s that is let in',
    (name) => {
      const { path = '', httpHeaders, port } = replica[name]?.httpGet ?? {};
      const { name: header, value: host } = only(httpHeaders);
      const gate = createControlGate({ host: '0.0.0.0', allowedHosts: [], allowedOrigins: [] });
      expect({ path, header, port }).toEqual({ path: '/_mock/health', header: 'Host', port: only(replica.ports).name });
      expect(gate({ target: path, headers: { host } }).refusal).toBeUndefined();
      expect(gate({ target: path, headers: { host: '10.0.0.7:4010' } }).refusal?.status).toBe(403);
    },
  );

  test('are controlled by the names that the cluster has for them', () => {
    const allowedHosts = optionsIn(replica.args ?? []).get('--allow-host') ?? [];
    const gate = createControlGate({ host: '0.0.0.0', allowedHosts, allowedOrigins: [] });
    const name = deployment.metadata?.name ?? '';
    for (const host of [name, `${name}.any.svc.cluster.local`].map((each) => `${each}:${containerImage.port}`)) {
      expect(gate({ target: '/_mock/worlds', headers: { host } }).refusal).toBeUndefined();
    }
  });

  test('have the port of the image, and time to end', () => {
    expect(only(replica.ports).containerPort).toBe(containerImage.port);
    const [sleep, seconds] = replica.lifecycle?.preStop?.exec?.command ?? [];
    expect(sleep).toBe('sleep');
    expect(podOf(deployment)?.terminationGracePeriodSeconds).toBeGreaterThan(Number(seconds) + 10);
  });
});

describe('Valkey', () => {
  test('is one, and keeps what was answered on a disk of its own', () => {
    expect(statefulSet.spec?.replicas).toBe(1);
    expect(lossesOf(valkey.args ?? [], String(valkey.resources?.limits?.['memory']))).toEqual([]);
    const claim = only(statefulSet.spec?.volumeClaimTemplates);
    expect(valkey.volumeMounts).toEqual([{ name: claim.metadata?.name, mountPath: '/data' }]);
  });

  test('has the password of the URL', () => {
    expect(secretOf(valkey)).toEqual({ name: secret.name, key: 'password' });
    expect(secret.values.get('password')).toBe('$PASSWORD');
    expect(secret.values.get('url')).toContain('://:$PASSWORD@');
    expect(optionsIn(valkey.args ?? []).get('--requirepass')).toEqual([`$(${only(valkey.env).name})`]);
  });
});

test.each([deployment, statefulSet])(
  'the service of $metadata.name leads to its pods, whoever calls',
  ({ metadata, spec }) => {
    const service = serviceNamed(metadata?.name).spec;
    expect(service?.selector).toEqual(spec?.template.metadata?.labels);
    expect(spec?.selector.matchLabels).toEqual(service?.selector);
    expect(only(service?.ports).targetPort).toBe(only(only(spec?.template.spec?.containers).ports).name);
    expect(service?.sessionAffinity ?? 'None').toBe('None');
  },
);

test.each([deployment, statefulSet])('the pods of $metadata.name have no right that they do not need', ({ spec }) => {
  const pod = spec?.template.spec;
  expect(pod).toMatchObject({ automountServiceAccountToken: false, securityContext: { runAsNonRoot: true } });
  const container = only(pod?.containers);
  expect(container.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ['ALL'] },
  });
  expect(container.resources?.limits).toHaveProperty('memory');
});
