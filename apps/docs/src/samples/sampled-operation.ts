import {
  type DescribedOperation,
  type DescribedParameter,
  type Document,
  DocumentError,
  type JsonBody,
  operationsOf,
} from '@vpcep/openapi/reader';

/** A parameter with the value that samples send. */
export interface SampledParameter extends Pick<DescribedParameter, 'name' | 'in' | 'required' | 'schema'> {
  example: string | number | boolean;
}

/** An operation with all that its samples are made from. */
export interface SampledOperation extends Pick<DescribedOperation, 'operationId' | 'operation' | 'path' | 'pointer'> {
  /** The method in capitals. */
  method: string;
  parameters: SampledParameter[];
  /** Whether a request has to carry credentials. */
  authenticated: boolean;
  /** The project of the document's examples. */
  projectId: string;
  /** The first example of the request's body. */
  bodyExample?: Record<string, unknown>;
  /** The first example of the answer when all goes well; none if that has no body. */
  answerExample?: Record<string, unknown>;
}

/**
 * All operations of a document, in its order.
 *
 * @throws DocumentError when a parameter or a body has no example: the reference shows one of each.
 */
export function sampledOperations(document: Document): SampledOperation[] {
  const operations = operationsOf(document);
  const project = operations.flatMap(({ parameters }) => parameters).find(({ name }) => name === 'project_id');
  return operations.map((described) => {
    const { operationId, operation, path, pointer, method, parameters, requestBody, responses, success } = described;
    for (const body of [requestBody?.json, ...responses.map(({ json }) => json)]) {
      if (body !== undefined) firstExample(described, body);
    }
    const security = operation.security ?? document.security ?? [];
    return {
      operationId,
      operation,
      path,
      pointer,
      method: method.toUpperCase(),
      parameters: parameters.map((parameter) => ({ ...parameter, example: exampleOf(described, parameter) })),
      projectId: String(project?.example),
      authenticated: !security.some((each) => Object.keys(each).length === 0),
      ...(requestBody?.json && { bodyExample: firstExample(described, requestBody.json) }),
      ...(success?.json && { answerExample: firstExample(described, success.json) }),
    };
  });
}

function exampleOf({ operationId }: DescribedOperation, { name, example, pointer }: DescribedParameter) {
  if (typeof example === 'string' || typeof example === 'number' || typeof example === 'boolean') return example;
  throw new DocumentError(
    { operationId, pointer },
    `has no example of the parameter ${name}: write a string, a number or a boolean as its example`,
  );
}

function firstExample({ operationId }: DescribedOperation, { pointer, examples }: JsonBody): Record<string, unknown> {
  const [first] = examples.values();
  if (isObject(first)) return first;
  throw new DocumentError(
    { operationId, pointer },
    first === undefined ? 'has no example of this body: write one' : 'has an example that is no object',
  );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
