/** The parts of an OpenAPI document that the rules look at. */
interface Operation {
  operationId?: string;
  responses?: Record<string, { $ref?: string }>;
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

interface Context {
  key: string | number;
  location: Place;
  report(finding: { message: string; location: Place }): void;
}

type Visit<Node> = (node: Node, context: Context) => void;

/** What a rule does at each kind of node, of the kinds that are used here; Redocly's CLI does not publish its types. */
export interface Visitor {
  Operation?: Visit<Operation>;
  Components?: Visit<Components>;
  SchemaProperties?: Visit<Record<string, unknown>> | { Schema: Visit<{ description?: string } | boolean> };
}
