import {
  HttpParamStyles,
  type HttpSecurityScheme,
  type IHttpOperation,
  type IMediaTypeContent,
} from '@stoplight/types';
import { withoutUniqueItems } from '../src/contract/unique-items.js';
import type { JsonSchema } from '../src/validators/compile-schema.js';

/** What of a schema nobody reads who answers requests. */
const unread =
  /^(\$schema|description|title|deprecated|examples?|x-(since|label|stoplight|lifecycle|transitions|extensible-enum|conditional-default))$/;

/**
 * An operation as the mock in the page has it: without words for readers, and with a validator, by its number, for whatever
 * it is sent or answers. Of what it answers, the examples are all that is left.
 *
 * @param numberOf - adds a validator for a schema.
 */
export function pageOperation(operation: IHttpOperation, numberOf: (schema: JsonSchema) => number): object {
  const { iid, method, path, request = {}, security, responses } = operation;
  const { 'x-regions': regions, 'x-rules': rules } = operation.extensions ?? {};
  // Each byte is sent to every page: there is no list of nothing.
  const parameters = (given: readonly { name: string; required?: boolean; schema?: object }[] = []) =>
    given.length === 0
      ? undefined
      : given.map(({ name, required, schema = {} }) => ({
          name,
          required,
          schema: checked(schema as JsonSchema, schema),
        }));
  const checked = (kept: JsonSchema, schema: object): object => ({
    ...slim(kept),
    'x-validator': numberOf(schema as JsonSchema),
  });
  const contentOf = ({ mediaType, schema, examples = [] }: IMediaTypeContent) => ({
    mediaType,
    schema: checked({}, schema ?? {}),
    examples: examples.map((example) => ({ key: example.key, value: 'value' in example ? example.value : undefined })),
  });
  const [content] = request.body?.contents ?? [];
  requireKnown(operation);
  return {
    iid,
    method,
    path,
    extensions: { 'x-regions': regions, 'x-rules': rules },
    security: security?.map((schemes) => schemes.map(nameOf)),
    request: {
      path: parameters(request.path),
      query: parameters(request.query),
      ...(content?.schema !== undefined && {
        body: {
          required: request.body?.required,
          // Equal items are found by other means.
          contents: [{ schema: checked(content.schema as JsonSchema, withoutUniqueItems(content.schema)) }],
        },
      }),
    },
    responses: responses.map(({ code, contents = [] }) => ({ code, contents: contents.map(contentOf) })),
  };
}

function nameOf(scheme: HttpSecurityScheme): object {
  if (scheme.type !== 'apiKey' || scheme.in !== 'header') {
    throw new Error(`the mock in the page knows no credentials of the type ${scheme.type}, but headers`);
  }
  return { name: scheme.name };
}

/** Stops the build where Prism knows more than the mock in the page. */
function requireKnown({ iid = '', request = {}, responses }: IHttpOperation): void {
  const complain = (what: string) => {
    throw new Error(`the mock in the page does not know ${what}, as ${iid} has it`);
  };
  if ((request.headers ?? []).length > 0) complain('parameters in headers');
  for (const { name, style, schema } of request.query ?? []) {
    if (style !== HttpParamStyles.Form || !['string', 'integer', 'boolean'].includes(String(schema?.type))) {
      complain(`parameters of the query such as ${name}`);
    }
    if (name !== name.toLowerCase()) complain(`parameters in capital letters such as ${name}`);
  }
  const schema = JSON.stringify(request.body?.contents?.[0]?.schema ?? {});
  const [keyword] = /"(allOf|readOnly|writeOnly|unevaluated\w+|\$ref)":/.exec(schema) ?? [];
  if (keyword !== undefined) complain(`${keyword} in bodies`);
  for (const { code, contents = [], headers = [] } of responses) {
    if (headers.some(({ required }) => required)) complain(`headers of answers with status ${code}`);
    if (contents.length > 1) complain(`several media types of status ${code}`);
    if (contents.some(({ examples = [] }) => examples.length === 0)) complain(`status ${code} without an example`);
  }
}

/** A schema without what nobody reads. */
function slim(schema: unknown, areNames = false): object {
  const keep = (value: unknown, name: string): unknown =>
    Array.isArray(value) || typeof value !== 'object' || value === null || /^(default|x-rules|x-error-code)$/.test(name)
      ? value
      : slim(value, !areNames && name === 'properties');
  return Object.fromEntries(
    Object.entries(Object(schema) as Record<string, unknown>)
      .filter(([name]) => areNames || !unread.test(name))
      .map(([name, value]) => [name, keep(value, name)]),
  );
}
