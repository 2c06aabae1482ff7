import type { OperationId } from '@vpcep/client';

const choices: Partial<Record<OperationId, Record<string, string>>> = {
  // The one that most samples are about has been deleted before it could be upgraded.
  upgradeEndpoint: { vpc_endpoint_id: '938c8167-631e-40a4-99f9-493753fbd16b' },
  // The endpoint of the document's examples that connects to a gateway.
  updateEndpointRoutetable: { vpc_endpoint_id: '938c8167-631e-40a4-99f9-493753fbd16b' },
  // Nobody is connected to this one; the one that all other samples are about is in use.
  deleteEndpointService: { vpc_endpoint_service_id: '9d4c1028-1336-4556-9881-b5d807c1b8a8' },
};

/** Values in the path of a sample that are not those of the document's examples. */
export const choiceFor = (operationId: string): Record<string, string> =>
  new Map(Object.entries(choices)).get(operationId) ?? {};
