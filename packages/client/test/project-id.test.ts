import { expect, test, vi } from 'vitest';
import { createProjectIdSource } from '../src/url/project-id.js';
import { VpcepError, VpcepValidationError } from '../src/errors/vpcep-error.js';

const region = 'cn-north-4';
const project = { id: '6e9dfd51d1124e8d8498dce894923a0d', name: region };

test.each([
  ['cn-north-4', undefined, 'https://iam.cn-north-4.myhuaweicloud.com/v3/projects?name=cn-north-4'],
  ['eu-west-101', undefined, 'https://iam.eu-west-101.myhuaweicloud.eu/v3/projects?name=eu-west-101'],
  ['cn-north-4', 'http://127.0.0.1:4010/', 'http://127.0.0.1:4010/v3/projects?name=cn-north-4'],
  ['a b', 'http://127.0.0.1:4010', 'http://127.0.0.1:4010/v3/projects?name=a%20b'],
])('asks IAM for the project of %s (IAM at %s)', async (name, iamUrl, url) => {
  const send = vi.fn(() => Promise.resolve({ projects: [{ ...project, name }], links: {} }));
  expect(await createProjectIdSource({ region: name, iamUrl, send })()).toBe(project.id);
  expect(send.mock.calls).toEqual([[url]]);
});

test('asks once, however many wait, and keeps the answer', async () => {
  const send = vi.fn(() => Promise.resolve({ projects: [project] }));
  const projectId = createProjectIdSource({ region, send });
  expect(send).not.toHaveBeenCalled();
  expect(await Promise.all([projectId(), projectId(), projectId()])).toEqual([project.id, project.id, project.id]);
  expect(await projectId()).toBe(project.id);
  expect(send).toHaveBeenCalledTimes(1);
});

test('does not keep a failure, neither of the request nor of the answer', async () => {
  const failure = new VpcepError('no answer arrived');
  const send = vi
    .fn<(url: string) => Promise<unknown>>(() => Promise.resolve({ projects: [project] }))
    .mockRejectedValueOnce(failure)
    .mockResolvedValueOnce({ projects: [] });
  const projectId = createProjectIdSource({ region, send });
  await expect(projectId()).rejects.toBe(failure);
  await expect(projectId()).rejects.toThrow('projectId');
  expect(await projectId()).toBe(project.id);
  expect(send).toHaveBeenCalledTimes(3);
});

test('takes the project of that very name, not a subproject', async () => {
  const send = () => Promise.resolve({ projects: [{ id: '1', name: 'cn-north-4_test' }, project] });
  expect(await createProjectIdSource({ region, send })()).toBe(project.id);
});

test.each([
  ['no project', { projects: [] }, /see 0 projects named cn-north-4.*projectId/],
  ['several', { projects: [project, { ...project, id: '2' }] }, /see 2 projects named cn-north-4.*projectId/],
  ['a project without an ID', { projects: [{ name: region }] }, /see 0 projects.*projectId/],
  ['an empty project', { projects: [null] }, /see 0 projects.*projectId/],
  ['no list', { projects: 'none' }, /see 0 projects.*projectId/],
  ['another body', [], /see 0 projects.*projectId/],
  ['no body', undefined, /see 0 projects.*projectId/],
])('an answer with %s is an error that names the remedy', async (_, answer, message) => {
  const call = createProjectIdSource({ region, send: () => Promise.resolve(answer) })();
  await expect(call).rejects.toThrow(VpcepError);
  await expect(call).rejects.toThrow(message);
});

test('an unknown region is refused at once', () => {
  expect(() => createProjectIdSource({ region: 'cn-north4', send: () => Promise.resolve({}) })).toThrow(
    VpcepValidationError,
  );
});
