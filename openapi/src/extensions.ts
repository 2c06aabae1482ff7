/** What the document says beside the words of OpenAPI and JSON Schema. A new extension is added here, and nowhere else. */

export interface SchemaExtensions {
  /** The release of the source that this came with, if it was not there from the start. */
  'x-since'?: string;
}

export interface ParameterExtensions {
  /** The release of the source that this came with, if it was not there from the start. */
  'x-since'?: string;
}

export interface OperationExtensions {
  /** The release of the source that this came with, if it was not there from the start. */
  'x-since'?: string;
  /** The codes that the operation is known to give. */
  'x-error-codes'?: string[];
  /** How to call the operation. The reference pages add it; the document itself has none. */
  'x-codeSamples'?: CodeSample[];
}

export interface TagExtensions {
  /** The name that readers see. */
  'x-displayName'?: string;
}

/** A sample as Redoc shows it, beside the operation. */
export interface CodeSample {
  /** The language, for its colours. */
  lang: string;
  label: string;
  source: string;
}
