/** What the samples read of an OpenAPI document. */
export interface OpenApiDocument {
  info: { description: string };
  paths: Record<string, PathItem>;
  security: SecurityRequirement[];
  components: {
    parameters: Record<string, Parameter>;
    examples: Record<string, Example>;
    responses: Record<string, Response>;
  };
}

type SecurityRequirement = Record<string, string[]>;

interface Reference {
  $ref: string;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  example: string | number;
}

interface Example {
  value: Record<string, unknown>;
}

interface Content {
  'application/json': { examples: Record<string, Example | Reference> };
}

interface Response {
  content?: Content;
}

export interface Operation {
  operationId: string;
  summary: string;
  parameters?: (Parameter | Reference)[];
  requestBody?: { content: Content };
  responses: Record<string, Response | Reference>;
  security?: SecurityRequirement[];
  'x-codeSamples'?: CodeSample[];
}

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

type PathItem = { parameters?: (Parameter | Reference)[] } & Partial<Record<(typeof methods)[number], Operation>>;

/** A sample as Redoc shows it, beside the operation. */
export interface CodeSample {
  /** The language, for its colours. */
  lang: string;
  label: string;
  source: string;
}

/** An operation with its place, and what it refers to. */
export interface PlacedOperation {
  /** The operation in the document itself. */
  operation: Operation;
  /** The method in capitals. */
  method: string;
  /** The path with its parameters in braces. */
  path: string;
  parameters: Parameter[];
  /** Whether a request has to carry credentials. */
  authenticated: boolean;
  /** The first example of the request's body. */
  bodyExample?: Record<string, unknown>;
  /** The first example of the answer when all goes well; none if that has no body. */
  answerExample?: Record<string, unknown>;
}

/** All operations of a document, in its order. */
export function operationsOf(document: OpenApiDocument): PlacedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method): PlacedOperation[] => {
      const operation = item[method];
      if (operation === undefined) return [];
      const { components } = document;
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      const success = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
      const bodyExample = firstExample(document, operation.requestBody?.content);
      const answerExample = success && firstExample(document, resolve(components.responses, success).content);
      return [
        {
          operation,
          method: method.toUpperCase(),
          path,
          parameters: parameters.map((parameter) => resolve(components.parameters, parameter)),
          authenticated: !(operation.security ?? document.security).some((each) => Object.keys(each).length === 0),
          ...(bodyExample && { bodyExample }),
          ...(answerExample && { answerExample }),
        },
      ];
    }),
  );
}

function firstExample({ components }: OpenApiDocument, content?: Content): Example['value'] | undefined {
  const [first] = Object.values(content?.['application/json'].examples ?? {});
  return first && resolve(components.examples, first).value;
}

function resolve<Component extends object>(
  components: Record<string, Component>,
  given: Component | Reference,
): Component {
  if (!('$ref' in given)) return given;
  const component = components[given.$ref.split('/').at(-1) ?? ''];
  if (component === undefined) throw new Error(`${given.$ref} is not in the document`);
  return component;
}
