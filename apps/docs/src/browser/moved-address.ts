import { operationAddress, tagAddress } from '@vpcep/openapi/reader';

/**
 * Where something is now that had an address on the one page that the reference was: `#tag/Endpoint-services`,
 * `#tag/Endpoint-services/operation/createEndpointService`, `#operation/createEndpointService/errors`. The headings of the
 * introduction (`#section/Errors`) are where they were. A code of an error (`#EndPoint.3044`) was one on that page too, and
 * the catalogue knows it in any case.
 *
 * @returns the address below the folder of the language, or nothing for what has not moved.
 */
export function movedAddress(hash: string): string | undefined {
  if (/^#\w+\.\d+$/.test(hash)) return `errors/${hash}`;
  const [, tag, operationId, part] =
    /^#(?:tag\/([^/]+?))?\/?(?:operation\/(\w+)(?:\/(\w+))?)?$/.exec(decodeURI(hash)) ?? [];
  if (operationId !== undefined) return operationAddress(operationId) + (part === undefined ? '' : `#${part}`);
  return tag === undefined ? undefined : tagAddress(tag.replaceAll('-', ' '));
}
