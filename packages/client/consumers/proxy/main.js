import { createVpcepClient } from '@vpcep/client';
import { EnvHttpProxyAgent, fetch } from 'undici';

// Nodes that heed HTTP_PROXY when NODE_USE_ENV_PROXY is set have a flag of that name, too. The others need undici for it.
const byItself = process.allowedNodeEnvironmentFlags.has('--use-env-proxy');
const dispatcher = new EnvHttpProxyAgent();

const vpcep = createVpcepClient({
  baseUrl: process.argv[2],
  projectId: '6e9dfd51d1124e8d8498dce894923a0d',
  credentials: { accessKeyId: 'AKIDEXAMPLE000000000', secretAccessKey: 'wJalrXUtnFEMIexamplekeyexamplekeyexample0' },
  ...(!byItself && { fetch: (url, init) => fetch(url, { ...init, dispatcher }) }),
});
const { response } = await vpcep.listQuotaDetails().withResponse();
console.log(`${response.status} ${byItself ? 'by Node' : 'by undici'}`);
