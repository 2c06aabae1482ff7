import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials.js';
import { ClientBuilder } from '@huaweicloud/huaweicloud-sdk-core/ClientBuilder.js';
import { accessKey, body, projectId, type Call } from './request.js';

/**
 * The registry has no package of the SDK for this service. Its packages for other services are made of calls like this
 * one to its core, which does the work.
 */
export function createCall(baseUrl: string): Call {
  const credential = new BasicCredentials()
    .withAk(accessKey.accessKeyId)
    .withSk(accessKey.secretAccessKey)
    .withProjectId(projectId);
  const client = new ClientBuilder((core) => core).withCredential(credential).withEndpoint(baseUrl).build();
  return () =>
    client.sendRequest({
      method: 'POST',
      url: '/v1/{project_id}/vpc-endpoint-services',
      contentType: 'application/json',
      queryParams: {},
      pathParams: { project_id: projectId },
      headers: {},
      data: body,
    });
}
