import { createVpcepClient, VpcepHttpError, type VpcepClient, type VpcepClientOptions } from '@vpcep/client';
import { errorCatalogue } from '@vpcep/client/error-catalogue';

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

/** What to do about an error. */
export function remedy(error: unknown): string | undefined {
  if (!(error instanceof VpcepHttpError) || error.code === undefined) return undefined;
  return errorCatalogue.get(error.code)?.remedy.en;
}
