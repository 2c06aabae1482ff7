import { expect, test } from 'vitest';
import { operationChanges } from '../build/breaking/operation-changes.js';

const document = () => ({
  paths: {
    '/things': {
      parameters: [{ $ref: '#/components/parameters/Tenant' }],
      get: { operationId: 'listThings', description: 'All of them.', responses: { '200': schema('Things') } },
      post: { operationId: 'createThing', description: 'One more.', responses: { '200': schema('Thing') } },
    },
    '/quotas': { get: { operationId: 'listQuotas', description: 'Limits.', responses: { '200': schema('Quotas') } } },
  },
  components: {
    parameters: { Tenant: { name: 'tenant', in: 'header', schema: {} } },
    schemas: {
      Things: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
      // Refers to itself, as a schema may.
      Thing: {
        description: 'A thing.',
        properties: {
          part: { $ref: '#/components/schemas/Thing' },
          description: { type: 'string', examples: ['round'] },
        },
      },
      Quotas: { type: 'object' },
    },
  },
});

function schema(name: string): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/** What differs from the document in a copy of it that has been edited. */
function after(edit: (copy: ReturnType<typeof document>) => void): ReturnType<typeof operationChanges> {
  const copy = document();
  edit(copy);
  expect(copy).not.toEqual(document());
  return operationChanges(document(), copy);
}

test('an operation is changed when a schema that it reaches is, over any number of references', () => {
  const changes = after((copy) => (copy.components.schemas.Thing.properties.description.type = 'number'));
  expect(changes).toEqual({ added: [], changed: ['listThings', 'createThing'], removed: [] });
});

test('an operation is changed when what its whole path takes is', () => {
  const changes = after((copy) => (copy.components.parameters.Tenant.in = 'query'));
  expect(changes.changed).toEqual(['listThings', 'createThing']);
});

test('an operation that has got another name is removed under the one and added under the other', () => {
  const changes = after((copy) => (copy.paths['/quotas'].get.operationId = 'showQuotas'));
  expect(changes).toEqual({ added: ['showQuotas'], changed: [], removed: ['listQuotas'] });
});

test('other words and other examples change no operation', () => {
  const changes = after((copy) => {
    copy.paths['/things'].get.description = 'Every one of them.';
    copy.components.schemas.Thing.description = 'Something.';
    copy.components.schemas.Thing.properties.description.examples = ['square'];
  });
  expect(changes).toEqual({ added: [], changed: [], removed: [] });
});

test('a reference that leads nowhere is an error', () => {
  const broken = { paths: { '/things': { get: { operationId: 'listThings', ...schema('Lost') } } } };
  expect(() => operationChanges(broken, broken)).toThrow('#/components/schemas/Lost');
});
