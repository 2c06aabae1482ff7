/** The objects whose fields the console asks for or shows. */
export const wantedObjects = [
  'CreateEndpointServiceRequest',
  'UpdateEndpointServiceRequest',
  'CreateEndpointRequest',
  'UpdateEndpointWhiteRequest',
  'NewPermission',
  'TagChange',
  'PortMapping',
  'EndpointService',
  'Endpoint',
] as const;

/** The sets of values that the console explains. */
export const wantedValues = [
  'EndpointServiceStatus',
  'ConnectionStatus',
  'ServerType',
  'TcpProxy',
  'ResourceType',
] as const;
