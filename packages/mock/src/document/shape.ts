/** What each part of a document has to be that the mock reads, but for the schemas in it. As a schema of JSON Schema. */
const text = { type: 'string' };
const flag = { type: 'boolean' };
const schema = { type: ['object', 'boolean'] };
/** Another part, which stands in many places. */
const part = (name: string) => ({ $ref: `#/$defs/${name}` });
const mapOf = (value: object) => ({ type: 'object', additionalProperties: value });
const listOf = (items: object) => ({ type: 'array', items });

const examples = mapOf({ type: 'object' });
const mediaType = {
  type: 'object',
  properties: { schema, examples, encoding: mapOf({ type: 'object' }) },
};
const word = "[!#$%&'*+.^_`|~A-Za-z0-9-]+";
const content = {
  ...mapOf(part('mediaType')),
  propertyNames: { pattern: `^${word}/${word}( *; *${word}=(${word}|"[^"\\\\]*"))* *$` },
};
const header = {
  type: 'object',
  properties: { schema, content, examples, required: flag, style: text, explode: flag },
};
const parameter = {
  type: 'object',
  required: ['name', 'in'],
  properties: {
    ...header.properties,
    name: { type: 'string', minLength: 1 },
    in: { enum: ['path', 'query', 'header', 'cookie'] },
    deprecated: flag,
  },
};
const server = { type: 'object', required: ['url'], properties: { url: text, variables: mapOf({ type: 'object' }) } };
const security = listOf(mapOf(listOf(text)));
const operation = {
  type: 'object',
  required: ['responses'],
  properties: {
    operationId: { type: 'string', minLength: 1 },
    summary: text,
    description: text,
    deprecated: flag,
    tags: listOf(text),
    parameters: listOf(part('parameter')),
    requestBody: { type: 'object', required: ['content'], properties: { content, required: flag } },
    responses: {
      type: 'object',
      minProperties: 1,
      propertyNames: { pattern: '^([1-5](\\d\\d|XX)|default|x-.*)$' },
      patternProperties: {
        '^[1-5d]': { type: 'object', properties: { content, headers: mapOf(part('header')) } },
      },
    },
    security,
    servers: listOf(part('server')),
    callbacks: mapOf({ type: 'object' }),
  },
};

/** The methods that an operation may have. */
export const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

const securityScheme = {
  type: 'object',
  required: ['type'],
  properties: {
    type: { enum: ['apiKey', 'http', 'mutualTLS', 'oauth2', 'openIdConnect'] },
    in: { enum: ['query', 'header', 'cookie'] },
    name: text,
    scheme: text,
    flows: mapOf({ type: 'object' }),
  },
  allOf: [
    { if: { properties: { type: { const: 'apiKey' } }, required: ['type'] }, then: { required: ['name', 'in'] } },
    { if: { properties: { type: { const: 'http' } }, required: ['type'] }, then: { required: ['scheme'] } },
    { if: { properties: { type: { const: 'oauth2' } }, required: ['type'] }, then: { required: ['flows'] } },
  ],
};

export const documentShape = {
  $defs: { mediaType, header, parameter, operation, server },
  type: 'object',
  required: ['paths'],
  properties: {
    jsonSchemaDialect: text,
    security,
    servers: listOf(part('server')),
    tags: listOf({ type: 'object', required: ['name'], properties: { name: text } }),
    components: { type: 'object', properties: { securitySchemes: mapOf(securityScheme) } },
    paths: {
      type: 'object',
      propertyNames: { pattern: '^(/|x-)' },
      patternProperties: {
        '^/': {
          type: 'object',
          properties: {
            parameters: listOf(part('parameter')),
            servers: listOf(part('server')),
            ...Object.fromEntries(methods.map((method) => [method, part('operation')])),
          },
        },
      },
    },
  },
};
