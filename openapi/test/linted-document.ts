/** What a document has more, or otherwise, than the good one. */
export type Parts = Partial<Record<'info' | 'server' | 'paths' | 'properties' | 'schemas', object>>;

const failure = { $ref: '#/components/responses/Refused' };
export const responses = {
  '204': { description: 'It was created.' },
  '400': failure,
  '401': failure,
  '429': failure,
  '500': failure,
};
/** A property without a description, and one with it. */
export const text = { type: 'string', maxLength: 9, examples: ['a'] };
export const described = { ...text, description: 'Something.' };

/** An operation that creates a thing. */
export function operation(operationId: string, changes: object = {}): object {
  return {
    operationId,
    tags: ['Things'],
    summary: 'Create a thing',
    description: 'Creates a thing.',
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: { $ref: '#/components/schemas/Thing' }, example: { thing_name: 'lamp' } },
      },
    },
    responses,
    ...changes,
  };
}

/** A document that breaks no rule, unless one of its parts does. */
export function document(...parts: Parts[]): string {
  const all = (name: keyof Parts): object => Object.assign({}, ...parts.map((part) => part[name])) as object;
  return JSON.stringify({
    openapi: '3.1.0',
    info: {
      title: 'Things',
      version: '1.0.0',
      description: 'An API of things.',
      contact: { name: 'Support', url: 'https://support.huaweicloud.com/' },
      license: { name: 'MIT', identifier: 'MIT' },
      ...all('info'),
    },
    servers: [
      { url: 'https://things.myhuaweicloud.com', description: 'Production', 'x-internal': false, ...all('server') },
    ],
    security: [{ token: [] }],
    tags: [{ name: 'Things', description: 'What there is.' }],
    paths: { '/things': { post: operation('createThing') }, ...all('paths') },
    components: {
      securitySchemes: { token: { type: 'apiKey', in: 'header', name: 'X-Auth-Token' } },
      responses: {
        Refused: {
          description: 'It was not created.',
          content: {
            'application/json': { schema: { $ref: '#/components/schemas/Refusal' }, example: { reason: 'No room.' } },
          },
        },
      },
      schemas: {
        Thing: {
          type: 'object',
          additionalProperties: false,
          properties: {
            thing_name: { type: 'string', description: 'What it is called.', maxLength: 64, examples: ['lamp'] },
            ...all('properties'),
          },
        },
        Refusal: {
          type: 'object',
          properties: { reason: { type: 'string', description: 'Why it was refused.', examples: ['No room.'] } },
        },
        ...all('schemas'),
      },
    },
  });
}
