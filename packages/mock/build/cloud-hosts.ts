import type { Document } from '@vpcep/openapi/reader';

/**
 * The hosts of the cloud by the document's servers, with `*` in the place of variables. As for the client, IAM is beside the
 * API in each region.
 *
 * @throws Error when the document names none.
 */
export function cloudHosts({ servers = [] }: Document): { api: string[]; iam: string[] } {
  const api = servers.flatMap(({ url }) => {
    const [, host] = /^https:\/\/([^/]*\{[^/]*)/.exec(url) ?? [];
    return host === undefined ? [] : [host.replaceAll(/\{[^}]*\}/g, '*')];
  });
  if (api.length === 0) throw new Error('the document names no server with a region in its host');
  const foreign = api.find((host) => !host.startsWith('vpcep.'));
  if (foreign !== undefined) throw new Error(`the document names ${foreign}, which says not where IAM is`);
  return { api, iam: api.map((host) => host.replace(/^vpcep\./, 'iam.')) };
}
