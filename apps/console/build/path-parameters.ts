import { type Document, operationsOf } from '@vpcep/openapi/reader';

/** The names of the parameters of each operation's path, but for the project, which all have that the console calls. */
export const pathParameters = (document: Document): Record<string, string[]> =>
  Object.fromEntries(
    operationsOf(document).map(({ operationId, parameters }) => [
      operationId,
      parameters.filter((one) => one.in === 'path' && one.name !== 'project_id').map(({ name }) => name),
    ]),
  );

/** The method and the path of each operation. */
export const routes = (document: Document): Record<string, [method: string, path: string]> =>
  Object.fromEntries(
    operationsOf(document).map(({ operationId, method, path }) => [operationId, [method.toUpperCase(), path]]),
  );
