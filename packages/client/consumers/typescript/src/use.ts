import { createVpcepClient, VpcepHttpError, type VpcepClient, type VpcepClientOptions } from '@vpcep/client';
import { errorCatalogue } from '@vpcep/client/error-catalogue';
import type { VpcepClient as ChineseClient } from '@vpcep/client/zh-CN';

const options: VpcepClientOptions = {
  region: 'cn-north-4',
  projectId: '6e9dfd51d1124e8d8498dce894923a0d',
  credentials: async () => ({ token: 'any' }),
};
export const vpcep: VpcepClient = createVpcepClient(options);

/** Whether a service is available, and on which ports it is reached. */
export async function portsOf(id: string): Promise<{ available: boolean; ports: number[] }> {
  const service = await vpcep.listServiceDetails({ path: { vpc_endpoint_service_id: id } });
  return {
    available: service.status === 'available',
    ports: (service.ports ?? []).map(({ client_port }) => client_port ?? 0),
  };
}

/** With the texts in Chinese. */
export const chinese: ChineseClient = vpcep;

/** Where a call goes, as a caller knows it who may leave things open. */
interface Whereabouts {
  region: string | undefined;
  signal?: AbortSignal;
}

/** Gives an endpoint the tags of a service. */
export async function copyTags(service: string, endpoint: string, { region, signal }: Whereabouts): Promise<void> {
  const client = createVpcepClient({ region, credentials: { token: 'any' } });
  const { tags } = await client.listServiceDetails({ path: { vpc_endpoint_service_id: service }, signal });
  const path = { resource_type: 'endpoint', resource_id: endpoint } as const;
  await client.batchAddOrRemoveResourceInstance({ path, body: { action: 'create', tags }, signal });
}

/** What to do about an error. */
export function remedy(error: unknown): string | undefined {
  if (!(error instanceof VpcepHttpError) || error.code === undefined) return undefined;
  return errorCatalogue.get(error.code)?.remedy.en;
}
