/** The parts of an OpenAPI document that the rules look at. */
interface Operation {
  operationId?: string;
  responses?: Record<string, { $ref?: string }>;
}
interface MediaType {
  example?: unknown;
  examples?: Record<string, unknown>;
}
interface Components {
  schemas?: Record<string, object>;
}

/** A place in a document. */
interface Place {
  child(path: string | string[]): Place;
  /** The key that stands there, rather than its value. */
  key(): Place;
}

export interface Context {
  key: string | number;
  location: Place;
  /** The node as it is written, a reference mostly, where the rule is given what it refers to. */
  rawNode: { description?: string };
  report(finding: { message: string; location: Place }): void;
}

/** A node, in which the words of vocabulary/ are looked for. */
export interface WithWords {
  'x-rules'?: { code?: unknown }[];
  'x-error-code'?: string | Record<string, string>;
  'x-lifecycle'?: Record<string, string[]>;
  'x-extensible-enum'?: string[];
  'x-regions'?: string | string[];
  enum?: string[];
}

type Visit<Node> = (node: Node, context: Context) => void;

/** What a rule does at each kind of node, of the kinds that are used here; Redocly's CLI does not publish its types. */
export interface Visitor {
  Operation?: Visit<Operation & WithWords>;
  Response?: Visit<WithWords>;
  ServerVariable?: Visit<WithWords>;
  Schema?: Visit<WithWords | boolean>;
  MediaType?: Visit<MediaType>;
  Components?: Visit<Components>;
  SchemaProperties?: Visit<Record<string, unknown>> | { Schema: Visit<{ description?: string } | boolean> };
}
