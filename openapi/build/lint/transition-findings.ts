import { type Document, operationsOf, pointerTo, resolve, type Schema, type Transition } from '../../src/reader.js';

/**
 * What the transitions of a status do not say well enough, one line for each: states and operations that are not there,
 * states that nothing leads to, states that do not pass as `x-lifecycle` says.
 */
export function transitionFindings(document: Document): string[] {
  return Object.entries(document.components.schemas).flatMap(([name, schema]) => {
    const { 'x-transitions': transitions, 'x-lifecycle': lifecycle, enum: states = [] } = schema;
    if (transitions === undefined && lifecycle === undefined) return [];
    const problems =
      transitions === undefined
        ? ['a status with x-lifecycle lacks x-transitions']
        : [
            ...transitions.flatMap((transition) => [
              ...statesOf(transition)
                .filter((state) => !states.includes(state))
                .map((state) => `x-transitions names ${state}, which is not in enum`),
              ...callFindings(document, transition),
            ]),
            ...repeated(transitions),
            ...states.flatMap((state) => stateFindings(String(state), transitions, lifecycle?.passing ?? [])),
          ];
    return problems.map((problem) => `${pointerTo('#', 'components', 'schemas', name)}: ${problem}`);
  });
}

const statesOf = ({ from, to }: Transition): string[] => [from ?? [], to ?? []].flat();

/** What one state lacks: a way there, a way out, and that it passes by itself where it is said to. */
function stateFindings(state: string, transitions: readonly Transition[], passing: readonly string[]): string[] {
  const out = transitions.filter(({ from }) => from === state);
  const passes = out.some(({ by }) => by === undefined);
  return [
    ...(transitions.some(({ to }) => to === state) ? [] : [`no transition leads to ${state}`]),
    ...(out.length > 0 ? [] : [`no transition leaves ${state}`]),
    ...(passing.includes(state) && !passes ? [`${state} is passing, and no transition leaves it by itself`] : []),
    ...(!passing.includes(state) && passes ? [`a transition leaves ${state} by itself, which is not passing`] : []),
  ];
}

/** What is wrong with the operation of a transition: it is not there, or its body has no such member or value. */
function callFindings(document: Document, { by, with: members = {} }: Transition): string[] {
  if (by === undefined) return [];
  const operation = operationsOf(document).find(({ operationId }) => operationId === by);
  if (operation === undefined) return [`x-transitions names the operation ${by}, which is not there`];
  const body = resolve<Schema>(document, operation.requestBody?.json?.schema ?? {});
  return Object.entries(members)
    .filter(([name, value]) => !resolve<Schema>(document, body.properties?.[name] ?? {}).enum?.includes(value))
    .map(([name, value]) => `x-transitions names ${name} ${value}, which the body of ${by} cannot have`);
}

/** Transitions between the same states by the same call. */
function repeated(transitions: readonly Transition[]): string[] {
  const meanings = transitions.map(({ from, to, by, with: members }) => JSON.stringify([from, to, by, members]));
  return meanings
    .filter((meaning, index) => meanings.indexOf(meaning) < index)
    .map((meaning) => `x-transitions says twice ${meaning}`);
}
