import { format } from 'prettier';
import type { Language } from '../site/languages.js';
import { mockAddress } from './mock-address.js';
import { sampleArguments } from './sample-arguments.js';
import { statements } from './typescript-statements.js';
import type { SampledOperation } from './sampled-operation.js';

const comments = {
  en: {
    target: "The mock. For the cloud: region: 'cn-north-4'",
    waiting: 'In the cloud, this takes one to two minutes.',
  },
  'zh-CN': {
    target: "模拟服务器；调用云上接口时改为 region: 'cn-north-4'",
    waiting: '在云上通常需要 1 至 2 分钟。',
  },
};

/** Writes the sample of an operation as a module that calls our client. It waits and pages where a person would. */
export async function typeScriptSample(placed: SampledOperation, language: Language): Promise<string> {
  const { path, query, body } = sampleArguments(placed);
  // The client wants a project for calls that are about none, too.
  const { project_id: projectId = placed.projectId, ...ownPath } = path;
  const { target, waiting } = comments[language];
  const module = `import { createVpcepClient } from '@vpcep/client';

    const vpcep = createVpcepClient({
      // ${target}
      baseUrl: ${JSON.stringify(mockAddress)},
      projectId: ${JSON.stringify(projectId)},
      credentials: { token: 'any' },
    });

    ${statements(placed, { path: ownPath, query, ...(body && { body }) }, waiting)}`;
  // As wide as the panel beside the operation, more or less.
  return (await format(module, { parser: 'typescript', singleQuote: true, printWidth: 60 })).trimEnd();
}
