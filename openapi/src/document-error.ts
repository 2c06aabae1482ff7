/** Where in the document something stands, such as an operation. */
export interface Place {
  /** As in `#/paths/~1v1~1{project_id}~1quotas/get`. */
  readonly pointer: string;
  /** The operation that it belongs to. */
  readonly operationId?: string;
}

/** The document does not say what its reader needs. The message names the place. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly pointer: string;

  constructor({ pointer, operationId }: Place, problem: string) {
    super(`openapi.json${pointer}: ${operationId === undefined ? '' : `${operationId} `}${problem}`);
    this.pointer = pointer;
  }
}

/**
 * A value that the document has to have.
 *
 * @throws DocumentError that says what is missing where.
 */
export function required<T>(value: T | undefined, place: Place, what: string): T {
  if (value === undefined) throw new DocumentError(place, `has no ${what}`);
  return value;
}
