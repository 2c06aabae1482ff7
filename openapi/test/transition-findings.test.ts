import { describe, expect, test } from 'vitest';
import { transitionFindings } from '../build/lint/transition-findings.js';
import type { Document, Schema, Transition } from '../src/reader.js';

/** A document with a status that all is well with, and the parts of it that are changed below. */
function contract() {
  const transitions: Transition[] = [
    { to: 'new', by: 'createThing', summary: 'Somebody makes it' },
    { from: 'new', to: 'ready', summary: 'It is ready' },
    { from: 'ready', to: 'broken', by: 'changeThing', with: { action: 'break' }, summary: 'Somebody breaks it' },
    { from: 'broken', to: 'ready', by: 'changeThing', with: { action: 'mend' }, summary: 'Somebody mends it' },
    { from: 'broken', by: 'deleteThing', summary: 'It is thrown away' },
  ];
  const state: Schema = {
    type: 'string',
    enum: ['new', 'ready', 'broken'],
    'x-lifecycle': { passing: ['new'], final: ['broken'] },
    'x-transitions': transitions,
  };
  const action: Schema = { type: 'string', enum: ['break', 'mend'] };
  const body: Schema = { type: 'object', properties: { action: { $ref: '#/components/schemas/Action' } } };
  const change = {
    operationId: 'changeThing',
    requestBody: { content: { 'application/json': { schema: body } } },
    responses: {},
  };
  const document: Document = {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1' },
    paths: {
      '/things': { post: { operationId: 'createThing', responses: {} } },
      '/things/{id}': { put: change, delete: { operationId: 'deleteThing', responses: {} } },
    },
    components: { schemas: { State: state, Action: action } },
  };
  return { document, transitions, state };
}
type Edit = (parts: ReturnType<typeof contract>) => unknown;

function after(edit: Edit): string[] {
  const edited = contract();
  edit(edited);
  return transitionFindings(edited.document);
}

test('nothing is found when all is well, nor of what has no states', () => {
  expect(after(() => undefined)).toEqual([]);
});

describe('is found:', () => {
  const summary = 'It happens';
  test.each<[finding: string, edit: Edit]>([
    ['a status with x-lifecycle lacks x-transitions', ({ state }) => delete state['x-transitions']],
    [
      'x-transitions names lost, which is not in enum',
      ({ transitions }) => transitions.push({ from: 'broken', to: 'lost', by: 'changeThing', summary }),
    ],
    [
      'x-transitions names mended, which is not in enum',
      ({ transitions }) => transitions.push({ from: 'mended', by: 'deleteThing', summary }),
    ],
    [
      'x-transitions names the operation loseThing, which is not there',
      ({ transitions }) => transitions.push({ from: 'ready', by: 'loseThing', summary }),
    ],
    [
      'x-transitions names action lose, which the body of changeThing cannot have',
      ({ transitions }) => transitions.push({ from: 'ready', by: 'changeThing', with: { action: 'lose' }, summary }),
    ],
    [
      'x-transitions names speed fast, which the body of deleteThing cannot have',
      ({ transitions }) => transitions.push({ from: 'ready', by: 'deleteThing', with: { speed: 'fast' }, summary }),
    ],
    [
      'x-transitions says twice ["new","ready",null,null]',
      ({ transitions }) => transitions.push({ from: 'new', to: 'ready', summary }),
    ],
    ['no transition leads to new', ({ transitions }) => transitions.shift()],
    [
      'no transition leaves lost',
      ({ state, transitions }) => {
        state.enum?.push('lost');
        transitions.push({ from: 'ready', to: 'lost', by: 'changeThing', summary });
      },
    ],
    [
      'ready is passing, and no transition leaves it by itself',
      ({ state }) => state['x-lifecycle']?.passing.push('ready'),
    ],
    [
      'a transition leaves ready by itself, which is not passing',
      ({ transitions }) => transitions.push({ from: 'ready', to: 'broken', summary }),
    ],
  ])('%s', (finding, edit) => {
    expect(after(edit)).toEqual([`#/components/schemas/State: ${finding}`]);
  });
});
