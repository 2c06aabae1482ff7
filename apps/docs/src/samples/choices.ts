import type { OperationId } from '@vpcep/client';

/** Values of a sample that are not the document's own example, and query parameters that it sends beside the usual. */
interface Choice {
  path?: Record<string, string>;
  query?: string[];
}

/** The endpoint of the document's examples that connects to a gateway. */
const gatewayEndpoint = { path: { vpc_endpoint_id: '938c8167-631e-40a4-99f9-493753fbd16b' } };

const choices: Partial<Record<OperationId, Choice>> = {
  // Nobody is connected to this one; the one that all other samples are about is in use.
  deleteEndpointService: { path: { vpc_endpoint_service_id: '9d4c1028-1336-4556-9881-b5d807c1b8a8' } },
  // Exactly one of `id` and `endpoint_service_name` is needed, which no `required` says.
  listServiceDescribeDetails: { query: ['id'] },
  updateEndpointRoutetable: gatewayEndpoint,
  updateEndpointPolicy: gatewayEndpoint,
  deleteEndpointPolicy: gatewayEndpoint,
};

/** Where the sample of an operation departs from the document's examples. */
export const choiceFor = (operationId: string): Choice => new Map(Object.entries(choices)).get(operationId) ?? {};
