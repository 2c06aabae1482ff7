import type { ResourceType } from '@vpcep/types';

const whole = 'whole';

/** Whether a key is that of a list that is read as a whole. */
export const isOfWholeList = (queryKey: readonly unknown[]): boolean => queryKey.includes(whole);

/** Under which keys the answers for a project are cached. Each begins with that of what it belongs to. */
export function apiKeys(baseUrl: string, projectId: string) {
  const project = ['api', baseUrl, projectId] as const;
  return {
    project,
    services: [...project, 'services'] as const,
    serviceList: (query: object) => [...project, 'services', 'list', query] as const,
    /** Of a list that is read as a whole, which is many requests where there are many services. */
    wholeServiceList: (query: object) => [...project, 'services', 'list', whole, query] as const,
    service: (id: string) => [...project, 'services', id] as const,
    connections: (id: string, query: object) => [...project, 'services', id, 'connections', query] as const,
    waiting: (id: string, offset: number) => [...project, 'services', id, 'connections', 'waiting', offset] as const,
    permissions: (id: string, query: object) => [...project, 'services', id, 'permissions', query] as const,
    publicServices: (query: object) => [...project, 'public-services', query] as const,
    endpoints: [...project, 'endpoints'] as const,
    endpointList: (query: object) => [...project, 'endpoints', 'list', query] as const,
    endpoint: (id: string) => [...project, 'endpoints', id] as const,
    tagsInUse: (resourceType: ResourceType) =>
      [...project, resourceType === 'endpoint' ? 'endpoints' : 'services', 'tags'] as const,
    tagged: (resourceType: string, body: object) => [...project, 'tagged', resourceType, body] as const,
  };
}

export type ApiKeys = ReturnType<typeof apiKeys>;
