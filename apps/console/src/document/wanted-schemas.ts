/** The objects whose fields the console asks for or shows. */
export const wantedObjects = [
  'CreateEndpointServiceRequest',
  'UpdateEndpointServiceRequest',
  'UpgradeEndpointServiceRequest',
  'AddEndpointServiceServerResourceRequest',
  'ServerResource',
  'EndpointServiceNameRequest',
  'ConnectionDescription',
  'BatchAddEndpointServicePermissionsRequest',
  'AddOrRemoveServicePermissionsRequest',
  'NewPermission',
  'CreateEndpointRequest',
  'UpdateEndpointWhiteRequest',
  'UpdateEndpointPolicyRequest',
  'UpdateEndpointRoutetableRequest',
  'PolicyStatement',
  'PolicyDocument',
  'PolicyDocumentStatement',
  'TagChange',
  'PortMapping',
  'EndpointService',
  'Endpoint',
] as const;

/** The sets of values that the console explains. */
export const wantedValues = ['EndpointServiceStatus', 'ConnectionStatus'] as const;

/** The operations that the console asks about before it calls them. */
export const wantedOperations = [
  'upgradeEndpointService',
  'addEndpointServiceServerResource',
  'upgradeEndpoint',
  'updateEndpointServiceName',
  'updateEndpointRoutetable',
  'updateEndpointPolicy',
  'deleteEndpointPolicy',
] as const;
