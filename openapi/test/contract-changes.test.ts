import { describe, expect, test } from 'vitest';
import { contractChanges } from '../build/breaking/contract-changes.js';
import type { Document, DocumentRule, Operation, Schema } from '../src/reader.js';

const code = 'Thing.0001';

/** A document whose two operations are sent the same tags, and its parts. */
function contract() {
  const items: Schema = {
    type: 'object',
    properties: { key: { type: 'string' }, value: { type: 'string' }, note: { type: 'string' } },
  };
  const tags: Schema = {
    type: 'array',
    maxItems: 10,
    'x-error-code': { maxItems: 'Thing.0003' },
    items,
    'x-rules': [{ uniqueBy: ['key', 'value'], code }],
  };
  const address: Schema = { type: 'string', 'x-rules': [{ notWithin: '10.0.0.0/8', code }] };
  const action: Schema = { type: 'string', enum: ['add', 'remove'] };
  const thing: Schema = {
    type: 'object',
    properties: {
      action,
      address,
      tags: { $ref: '#/components/schemas/Tags' },
      force: { type: 'boolean', default: false },
    },
    'x-rules': [
      { requires: ['tags'], when: { action: 'add' }, code },
      { forbids: ['address'], when: { action: 'remove' }, code },
    ],
  };
  const box: Schema = {
    type: 'object',
    properties: { tags: { $ref: '#/components/schemas/Tags' }, labels: { type: 'array', items } },
  };
  const state: Schema = {
    type: 'string',
    enum: ['new', 'ready', 'broken'],
    'x-lifecycle': { passing: ['new'], final: ['broken'] },
  };
  const schemas: Record<string, Schema> = { Tags: tags, Thing: thing, Box: box, State: state };
  const operation = (operationId: string, schema: string): Operation => ({
    operationId,
    'x-error-codes': [code, 'Thing.0002'],
    requestBody: { content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } } },
    responses: { 200: { description: 'It was done.' } },
  });
  const changeThing: Operation = {
    ...operation('changeThing', 'Thing'),
    'x-rules': [{ exactlyOneOf: ['id', 'name'], code }],
    parameters: ['id', 'name'].map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
  };
  const document: Document = {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    paths: { '/things/{id}': { put: changeThing }, '/boxes': { post: operation('createBox', 'Box') } },
    components: { schemas },
  };
  return { document, schemas, tags, thing, action, address, box, state, changeThing };
}
type Edit = (parts: ReturnType<typeof contract>) => unknown;

/** What is said of a copy that has been edited: whether it breaks callers, where, and what it is. */
function saidAfter(edit: Edit): string[] {
  const edited = contract();
  edit(edited);
  return contractChanges(contract().document, edited.document).map(
    ({ breaks, pointer, message }) => `${breaks ? 'breaks' : 'harmless'} ${pointer} ${message}`,
  );
}
const rules = (schema: { 'x-rules'?: DocumentRule[] }, ...given: DocumentRule[]) => (schema['x-rules'] = given);
const also = (schema: { 'x-rules'?: DocumentRule[] }, ...given: DocumentRule[]) =>
  (schema['x-rules'] = [...(schema['x-rules'] ?? []), ...given]);
/** Takes the rules of a schema away, and returns them. */
function taken(schema: Schema): DocumentRule[] {
  const { 'x-rules': before = [] } = schema;
  delete schema['x-rules'];
  return before;
}

test('nothing is said of a document without changes', () => {
  expect(saidAfter(() => undefined)).toEqual([]);
});

const ofTags = '#/components/schemas/Tags';
const ofThing = '#/components/schemas/Thing';
const ofChange = '#/paths/~1things~1{id}/put';
const everywhere = '(changeThing, createBox)';

describe('a rule of requests', () => {
  test.each<[name: string, said: string, edit: Edit]>([
    [
      'that is added to what two operations share breaks callers, and is said once',
      `breaks ${ofTags} Requests: the rule { uniqueBy: [ note ], code: Thing.0001 } was added. ${everywhere}`,
      ({ tags }) => also(tags, { uniqueBy: ['note'], code }),
    ],
    [
      'that is added at several places is said once',
      `breaks ${ofThing} Requests: the rule { requires: [ key ], code: Thing.0001 } was added, at tags[]. (changeThing)`,
      ({ thing }) => also(thing, { requires: ['key'], at: ['tags[]'], code }),
    ],
    [
      'that is added to a query breaks callers',
      `breaks ${ofChange} Requests: the rule { requires: [ id ], code: Thing.0001 } was added. (changeThing)`,
      ({ changeThing }) => also(changeThing, { requires: ['id'], code }),
    ],
    [
      'that is removed is harmless',
      `harmless ${ofTags} Requests: the rule { uniqueBy: [ key, value ], code: Thing.0001 } was removed. ${everywhere}`,
      ({ tags }) => taken(tags),
    ],
    [
      'that compares fewer members is tighter',
      `breaks ${ofTags} Requests: the rule { uniqueBy: [ key ], code: Thing.0001 } was tightened from { uniqueBy: [ key, value ], code: Thing.0001 }. ${everywhere}`,
      ({ tags }) => rules(tags, { uniqueBy: ['key'], code }),
    ],
    [
      'that compares more members is looser',
      `harmless ${ofTags} Requests: the rule { uniqueBy: [ key, value ], code: Thing.0001 } was loosened to { uniqueBy: [ key, value, note ], code: Thing.0001 }. ${everywhere}`,
      ({ tags }) => rules(tags, { uniqueBy: ['key', 'value', 'note'], code }),
    ],
    [
      'that no longer minds spaces at the edges is tighter',
      `breaks ${ofTags} Requests: the rule { uniqueBy: [ key, value ], trim: true, code: Thing.0001 } was tightened from { uniqueBy: [ key, value ], code: Thing.0001 }. ${everywhere}`,
      ({ tags }) => rules(tags, { uniqueBy: ['key', 'value'], trim: true, code }),
    ],
    [
      'that holds by fewer values is tighter',
      `breaks ${ofThing} Requests: the rule { requires: [ tags ], code: Thing.0001 } was tightened from { requires: [ tags ], when: { action: add }, code: Thing.0001 }. (changeThing)`,
      ({ thing }) =>
        rules(thing, { requires: ['tags'], code }, { forbids: ['address'], when: { action: 'remove' }, code }),
    ],
    [
      'that holds by more values is looser',
      `harmless ${ofThing} Requests: the rule { requires: [ tags ], when: { action: add }, code: Thing.0001 } was loosened to { requires: [ tags ], when: { action: add, force: true }, code: Thing.0001 }. (changeThing)`,
      ({ thing }) =>
        rules(
          thing,
          { requires: ['tags'], when: { action: 'add', force: true }, code },
          { forbids: ['address'], when: { action: 'remove' }, code },
        ),
    ],
    [
      'whose range is wider is tighter',
      `breaks ${ofThing}/properties/address Requests: the rule { notWithin: 10.0.0.0/7, code: Thing.0001 } was tightened from { notWithin: 10.0.0.0/8, code: Thing.0001 }. (changeThing)`,
      ({ address }) => rules(address, { notWithin: '10.0.0.0/7', code }),
    ],
    [
      'whose range is narrower is looser',
      `harmless ${ofThing}/properties/address Requests: the rule { notWithin: 10.0.0.0/8, code: Thing.0001 } was loosened to { notWithin: 10.128.0.0/9, code: Thing.0001 }. (changeThing)`,
      ({ address }) => rules(address, { notWithin: '10.128.0.0/9', code }),
    ],
    [
      'that asks for one member more is told of that member',
      `breaks ${ofThing} Requests: the rule { requires: [ address ], when: { action: add }, code: Thing.0001 } was added. (changeThing)`,
      ({ thing }) =>
        rules(
          thing,
          { requires: ['tags', 'address'], when: { action: 'add' }, code },
          { forbids: ['address'], when: { action: 'remove' }, code },
        ),
    ],
    [
      'that stands beside a reference is found there',
      `breaks ${ofThing}/properties/tags Requests: the rule { uniqueBy: [ value ], code: Thing.0001 } was added. (changeThing)`,
      ({ thing, tags }) =>
        Object.assign(thing.properties?.['tags'] ?? {}, {
          'x-rules': [...(tags['x-rules'] ?? []), { uniqueBy: ['value'], code }],
        }),
    ],
    [
      'of a schema that holds itself is found',
      `breaks #/components/schemas/Box Requests: the rule { requires: [ tags ], code: Thing.0001 } was added. (createBox)`,
      ({ box }) => {
        Object.assign(box.properties ?? {}, { boxes: { type: 'array', items: { $ref: '#/components/schemas/Box' } } });
        also(box, { requires: ['tags'], code });
      },
    ],
    [
      'is another one when it holds at another place',
      `breaks #/components/schemas/Box Requests: the rule { uniqueBy: [ key, value ], code: Thing.0001 } was added, at labels. (createBox)`,
      ({ box }) => also(box, { uniqueBy: ['key', 'value'], at: ['labels'], code }),
    ],
    [
      'is another one when it compares whole items',
      `breaks ${ofTags} Requests: the rule { uniqueBy: [], code: Thing.0001 } was added. ${everywhere}`,
      ({ tags }) => also(tags, { uniqueBy: [], code }),
    ],
    [
      'of an operation whose path names its parameter otherwise is compared, too',
      `breaks #/paths/~1things~1{thing_id}/put Requests: the rule { requires: [ id ], code: Thing.0001 } was added. (changeThing)`,
      ({ document, changeThing }) => {
        document.paths = { ...document.paths, '/things/{thing_id}': { put: changeThing } };
        delete document.paths['/things/{id}'];
        also(changeThing, { requires: ['id'], code });
      },
    ],
    [
      'that comes with a field counts when the field is left out',
      `breaks ${ofThing} Requests: the rule { requires: [ address ], when: { mode: fast }, code: Thing.0001 } was added. (changeThing)`,
      ({ thing }) => {
        Object.assign(thing.properties ?? {}, { mode: { type: 'string', default: 'fast' } });
        also(thing, { requires: ['address'], when: { mode: 'fast' }, code });
      },
    ],
  ])('%s', (_name, said, edit) => {
    expect(saidAfter(edit)).toEqual([said]);
  });

  test('that becomes another one breaks callers by the new one, and the old one is harmless', () => {
    const either: Edit = ({ changeThing }) => rules(changeThing, { exactlyOneOf: ['id', 'name', 'id2'], code });
    expect(saidAfter(either)).toEqual([
      `breaks ${ofChange} Requests: the rule { exactlyOneOf: [ id, name, id2 ], code: Thing.0001 } was added. (changeThing)`,
      `harmless ${ofChange} Requests: the rule { exactlyOneOf: [ id, name ], code: Thing.0001 } was removed. (changeThing)`,
    ]);
  });

  test.each<[name: string, edit: Edit]>([
    [
      'that moves from one schema to those that refer to it is the same',
      ({ tags, thing, box }) => {
        const moved = taken(tags).map((rule) => ({ ...rule, at: ['tags'] }));
        also(thing, ...moved);
        also(box, ...moved);
      },
    ],
    [
      'that is written in several, or with its members in another order, is the same',
      ({ tags, changeThing }) => {
        rules(tags, { uniqueBy: ['value', 'key'], code });
        rules(changeThing, { exactlyOneOf: ['name', 'id'], code });
      },
    ],
    [
      'that moves from the member to the object is the same',
      ({ address, thing }) => also(thing, ...taken(address).map((rule) => ({ ...rule, at: ['address'] }))),
    ],
    [
      'that says less than one that is there already says nothing new',
      ({ tags }) => also(tags, { uniqueBy: ['key', 'value', 'note'], code }),
    ],
    [
      'about a field that is new breaks nobody',
      ({ thing }) => {
        Object.assign(thing.properties ?? {}, { ports: { type: 'array', items: { type: 'integer' } } });
        also(thing, { uniqueBy: [], at: ['ports'], code }, { forbids: ['ports'], when: { action: 'add' }, code });
      },
    ],
    [
      'about a value that is new breaks nobody',
      ({ thing, action }) => {
        action.enum = ['add', 'remove', 'replace'];
        also(thing, { requires: ['tags'], when: { action: 'replace' }, code });
      },
    ],
    [
      'that holds by the value of a field that is new breaks nobody who leaves it out',
      ({ thing }) => {
        Object.assign(thing.properties ?? {}, { mode: { type: 'string' } });
        also(thing, { requires: ['address'], when: { mode: 'fast' }, code });
      },
    ],
    [
      'of an operation that is new breaks nobody',
      ({ document, changeThing }) =>
        (document.paths['/shelves'] = {
          post: { ...changeThing, operationId: 'createShelf', 'x-rules': [{ requires: ['id'], code }] },
        }),
    ],
  ])('%s', (_name, edit) => {
    expect(saidAfter(edit)).toEqual([]);
  });
});

describe('of the codes that results have,', () => {
  test.each<[name: string, said: string[], edit: Edit]>([
    [
      'one that is removed breaks callers',
      [`breaks ${ofChange} Results: error codes were removed: Thing.0002. (changeThing)`],
      ({ changeThing }) => (changeThing['x-error-codes'] = [code]),
    ],
    [
      'one that is added is harmless',
      [`harmless ${ofChange} Results: error codes were added: Thing.0009. (changeThing)`],
      ({ changeThing }) => changeThing['x-error-codes']?.push('Thing.0009'),
    ],
    ['the order is of no matter', [], ({ changeThing }) => changeThing['x-error-codes']?.reverse()],
    [
      'that of a rule breaks callers when it changes',
      [
        `breaks ${ofTags} Results: a breach of the rule { uniqueBy: [ key, value ], code: Thing.0002 } was answered with Thing.0001. ${everywhere}`,
      ],
      ({ tags }) => rules(tags, { uniqueBy: ['key', 'value'], code: 'Thing.0002' }),
    ],
    [
      'that of a keyword breaks callers when it changes',
      [
        `breaks ${ofTags} Results: a breach of maxItems is answered with Thing.0002, and was with Thing.0003. ${everywhere}`,
      ],
      ({ tags }) => (tags['x-error-code'] = { maxItems: 'Thing.0002' }),
    ],
    [
      'that of a keyword breaks callers when there is none any more',
      [
        `breaks ${ofTags} Results: a breach of maxItems is answered with the general code, and was with Thing.0003. ${everywhere}`,
      ],
      ({ tags }) => delete tags['x-error-code'],
    ],
    [
      'one for all keywords is that of each',
      [
        `breaks ${ofTags} Results: a breach of type is answered with Thing.0003, and was with the general code. ${everywhere}`,
      ],
      ({ tags }) => (tags['x-error-code'] = 'Thing.0003'),
    ],
    [
      'that of a keyword that is new is none that changes',
      [],
      ({ tags }) => Object.assign(tags, { minItems: 1, 'x-error-code': { maxItems: 'Thing.0003', minItems: code } }),
    ],
  ])('%s', (_name, said, edit) => {
    expect(saidAfter(edit)).toEqual(said);
  });
});

describe('a default', () => {
  test.each<[name: string, said: string[], edit: Edit]>([
    [
      'that changes breaks callers',
      [`breaks ${ofThing}/properties/force Requests: the default changed from false to true. (changeThing)`],
      ({ thing }) => Object.assign(thing.properties?.['force'] ?? {}, { default: true }),
    ],
    [
      'that moves beside a reference is the same',
      [],
      ({ thing, schemas }) => {
        Object.assign(thing.properties ?? {}, { force: { $ref: '#/components/schemas/Force', default: false } });
        schemas['Force'] = { type: 'boolean' };
      },
    ],
    [
      'of a field that is new is harmless',
      [],
      ({ thing }) => Object.assign(thing.properties ?? {}, { mode: { type: 'string', default: 'fast' } }),
    ],
  ])('%s', (_name, said, edit) => {
    expect(saidAfter(edit)).toEqual(said);
  });
});

describe('the life cycle of a resource', () => {
  const place = '#/components/schemas/State Results: the life cycle changed:';
  test.each<[name: string, said: string[], edit: Edit]>([
    [
      'breaks waits when a state becomes final',
      [`breaks ${place} ready is now final.`],
      ({ state }) => state['x-lifecycle']?.final.push('ready'),
    ],
    [
      'breaks waits when a state no longer passes',
      [`breaks ${place} new is no longer passing, ready is now passing.`],
      ({ state }) => (state['x-lifecycle'] = { passing: ['ready'], final: ['broken'] }),
    ],
    [
      'breaks waits when nothing is said of it any more',
      [`breaks ${place} new is no longer passing, broken is no longer final.`],
      ({ state }) => delete state['x-lifecycle'],
    ],
    [
      'may have states that are new',
      [],
      ({ state }) =>
        Object.assign(state, {
          enum: ['new', 'ready', 'broken', 'lost'],
          'x-lifecycle': { passing: ['new'], final: ['broken', 'lost'] },
        }),
    ],
  ])('%s', (_name, said, edit) => {
    expect(saidAfter(edit)).toEqual(said);
  });
});
