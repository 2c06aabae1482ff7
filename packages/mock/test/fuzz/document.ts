import { document, errors } from '@vpcep/openapi/documents';
import { type DescribedParameter, operationsOf, type Schema } from '@vpcep/openapi/reader';

/** What the document says about an operation. */
export interface Operation {
  id: string;
  method: string;
  path: string;
  parameters: readonly DescribedParameter[];
  body?: Schema;
  examples: unknown[];
  responses: number[];
  codes: string[];
  needsCredentials: boolean;
}

/** The status of every error of the service, by its code. */
export const statusOf = new Map(errors.map(({ code, status }) => [code, status]));

export const operations: Operation[] = operationsOf(document).map(
  ({ operationId, method, path, operation, parameters, requestBody, responses }) => ({
    id: operationId,
    method: method.toUpperCase(),
    path,
    parameters,
    ...(requestBody?.json === undefined ? {} : { body: requestBody.json.schema }),
    examples: [...(requestBody?.json?.examples.values() ?? [])],
    responses: responses.map(({ status }) => Number(status)),
    codes: operation['x-error-codes'] ?? [],
    needsCredentials: operation.security === undefined,
  }),
);
