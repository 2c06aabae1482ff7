/**
 * Where the reference has what the document describes. All addresses are seen from the folder of a language, and the same
 * in every language.
 */

/** The page of an operation, such as `operations/createEndpoint/`. */
export const operationAddress = (operationId: string): string => `operations/${operationId}/`;

/** The page of a group of operations, such as `tags/endpoint-services/`. */
export const tagAddress = (tag: string): string => `tags/${tag.toLowerCase().replaceAll(' ', '-')}/`;

/** A field of an operation: what it is sent in, or comes back in. */
export interface FieldPlace {
  /** The status of the response that has the field, such as `200`; nothing for a field of the request. */
  readonly status?: string | undefined;
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'body';
  /** The names from the outside in. Items of lists have none: `['ports', 'client_port']`. */
  readonly path: readonly string[];
}

/**
 * The place of a field on the page of its operation, without the `#`: `body.ports.client_port`, `query.limit`,
 * `200.body.id`, `429.header.X-Request-Id`.
 */
export const fieldAnchor = ({ status, in: place, path }: FieldPlace): string =>
  [...(status === undefined ? [] : [status]), place, ...path].join('.');
