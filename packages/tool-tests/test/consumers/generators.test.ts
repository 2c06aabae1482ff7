import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startMock } from '@vpcep/mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forms } from './forms.js';
import { makeProject, type Project } from './project.js';

/** What is typed for each tool, the guide says; this is what they write. */
const generated = {
  '@hey-api/openapi-ts': 'hey-api/index.ts',
  'openapi-typescript-codegen': 'codegen/index.ts',
  'openapi-zod-client': 'zod-client.ts',
  orval: 'orval.ts',
};

/** What openapi-zod-client generates. */
interface GeneratedClient {
  createApiClient(url: string): { get(path: string, config: object): Promise<unknown> };
}

describe.each(forms)('from %s', (form) => {
  let project: Project;
  beforeAll(async () => {
    project = makeProject(form);
    const kubb = project.run(fileURLToPath(new URL('run-kubb.mjs', import.meta.url)), []);
    await Promise.all([kubb, ...Object.keys(generated).map((tool) => project.typeCommandOf(tool))]);
  });
  afterAll(() => {
    project.remove();
  });

  test('kubb, orval, hey-api, openapi-typescript-codegen and openapi-zod-client generate what compiles', async () => {
    await project.compile('kubb/index.ts', ...Object.values(generated));
  });

  test('kubb keeps both types of a field that has two', () => {
    const type = readFileSync(join(project.folder, 'kubb/types/IsCharge.ts'), 'utf8');
    expect(type).toMatch(/IsCharge = \(boolean \| /);
  });

  test('the client of openapi-zod-client takes genuine answers', async () => {
    const mock = await startMock({ port: 0, scenario: 'small-team' });
    const module: unknown = await import(pathToFileURL(join(project.folder, 'zod-client.ts')).href);
    const client = (module as GeneratedClient).createApiClient(mock.url);
    const answer = await client.get('/v1/:project_id/vpc-endpoint-services/public', {
      params: { project_id: 'my-project' },
      headers: { 'X-Auth-Token': 'any' },
    });
    await mock.close();
    const publicService = expect.objectContaining({ is_charge: expect.any(Boolean) as unknown }) as unknown;
    expect(answer).toMatchObject({ endpoint_services: expect.arrayContaining([publicService]) as unknown });
  });
});
