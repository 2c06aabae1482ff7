import type { IHttpOperationConfig, IHttpRequest } from '@stoplight/prism-http';
import type { IHttpOperation, IHttpQueryParam } from '@stoplight/types';
import type { JSONSchema7 } from 'json-schema';
import type { Answer } from '../answer.js';
import { type Diagnostic, diagnosticOf, type Validation } from '../contract/validation.js';
import { validators } from '../generated/validators.js';
import { typedQuery } from '../request/typed-query.js';
import { keeps, problemsOf, type Validator } from '../validators/validator.js';

/** Validates as Prism does, by validators that were compiled when the mock was built: a page may forbid to compile any. */
export const compiledValidation: Validation = {
  check: (operation, request, respond) => respond(diagnosticsOf(operation, request)),
  answer: (operation, request, choice) => ({
    answer: documentedAnswer(operation, choice),
    request: diagnosticsOf(operation, request),
    response: [],
  }),
  isValid: (schema, value) => keeps(validatorOf(schema), value),
  firstViolation: (schema, value, path) => diagnosticsBy(validatorOf(schema), value, path, 1),
  makesNothingUp:
    'dynamic=true needs a mock with a server, since the one in the page makes up no values; ' +
    'choose an answer of the document with example=… or code=…',
};

/** The validator that the build has compiled for a schema. */
function validatorOf(schema: JSONSchema7 & { 'x-validator'?: number }): Validator {
  const validate = validators[schema['x-validator'] ?? -1];
  if (validate === undefined) throw new Error(`there is no validator for ${JSON.stringify(schema)}`);
  return validate;
}

const diagnosticsBy = (validate: Validator, value: unknown, path: readonly string[], limit?: number): Diagnostic[] =>
  problemsOf(validate, value, limit).map((problem) => diagnosticOf([...path, ...problem.path.map(String)], problem));

/** What is wrong with credentials, body and query, in this order. */
const diagnosticsOf = (operation: IHttpOperation, request: IHttpRequest): Diagnostic[] => [
  ...(hasCredentials(operation, request) ? [] : [{ code: 401, message: 'the credentials are missing' }]),
  ...bodyDiagnostics(operation, request.body),
  ...queryDiagnostics(operation.request?.query ?? [], request.url.query ?? {}),
];

function hasCredentials({ security = [] }: IHttpOperation, { headers = {} }: IHttpRequest): boolean {
  const isSent = (name: string) => (headers[name.toLowerCase()] ?? '') !== '';
  return (
    security.length === 0 ||
    security.some((schemes) =>
      schemes.length === 0
        ? headers['authorization'] === undefined
        : schemes.every((scheme) => 'name' in scheme && isSent(scheme.name)),
    )
  );
}

function bodyDiagnostics({ request = {} }: IHttpOperation, body: unknown): Diagnostic[] {
  const schema = request.body?.contents?.[0]?.schema;
  if (schema === undefined) return [];
  if (request.body?.required === true && !body) return [{ code: 'required', message: 'Body parameter is required' }];
  return body === undefined || body === null ? [] : diagnosticsBy(validatorOf(schema), body, ['body']);
}

function queryDiagnostics(
  parameters: readonly IHttpQueryParam[],
  query: Readonly<Record<string, unknown>>,
): Diagnostic[] {
  const sent = Object.entries(query).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  const values = typedQuery(parameters, Object.fromEntries(sent));
  const missing = parameters.filter(({ name, required }) => required === true && values[name] === undefined);
  return [
    ...missing.map(({ name }) => ({
      path: ['query'],
      code: 'required',
      message: `must have required property '${name}'`,
    })),
    ...parameters.flatMap(({ name, schema }) =>
      schema === undefined || values[name] === undefined
        ? []
        : diagnosticsBy(validatorOf(schema), values[name], ['query', name]),
    ),
  ];
}

/** An example of the document: the first of the lowest status of success, or the one that is chosen. */
function documentedAnswer({ iid = '', responses }: IHttpOperation, { code, exampleKey }: IHttpOperationConfig): Answer {
  const codes = responses.map((response) => response.code);
  const chosen = code === undefined ? codes.filter((one) => /^2\d\d$/.test(one)).sort()[0] : String(code);
  const response = responses.find((one) => one.code === chosen);
  if (response === undefined) throw new Error(`${iid} has no answer with status ${String(chosen)}`);
  const examples = response.contents?.[0]?.examples ?? [];
  const example = exampleKey === undefined ? examples[0] : examples.find(({ key }) => key === exampleKey);
  return {
    status: Number(response.code),
    ...(example !== undefined && 'value' in example && { body: example.value }),
  };
}
