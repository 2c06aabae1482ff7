import { type Document, DocumentError } from '@vpcep/openapi/reader';
import { sampleArguments } from './sample-arguments.js';
import { type SampledOperation, sampledOperations } from './sampled-operation.js';

/** A request that the mock answers with success, as long as it holds what it holds after its start. */
export interface SampleRequest {
  /** The method in capitals. */
  method: string;
  /** Path and query, escaped, to be put behind the address of a server. */
  path: string;
  headers: Record<string, string>;
  /** What is sent as JSON. */
  body?: Record<string, unknown>;
}

/**
 * Makes the request of an operation's sample.
 *
 * @throws Error when the document has no such operation.
 */
export function sampleRequest(document: Document, operationId: string): SampleRequest {
  const placed = sampledOperations(document).find((operation) => operation.operationId === operationId);
  if (placed === undefined) throw new Error(`the document has no operation ${operationId}`);
  return requestOf(placed);
}

/** Makes the request of an operation's sample. */
export function requestOf(placed: SampledOperation): SampleRequest {
  const { path, query, body } = sampleArguments(placed);
  const filled = placed.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const value = path[name];
    if (value === undefined) throw new DocumentError(placed, `has no parameter ${name}, which its path names`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
  return {
    method: placed.method,
    path: search === '' ? filled : `${filled}?${search}`,
    headers: {
      ...(placed.authenticated && { 'X-Auth-Token': 'any' }),
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body }),
  };
}
