import type { DescribedOperation } from '@vpcep/openapi/reader';
import type { CallArguments, Read, Sought } from './reads.js';

/** A call that was made, and the body of a successful answer. */
export interface Answered {
  operation: DescribedOperation;
  args: CallArguments;
  body: unknown;
}

/** What a call is made with, of what earlier answers brought: the first few, for each way to make it. */
export function argumentsOf(
  { operation, given, sought }: Read,
  answers: readonly Answered[],
  most: number,
): CallArguments[] {
  return given.flatMap((start) =>
    sought
      .reduce<CallArguments[]>(
        (all, one) =>
          all.flatMap((args) =>
            valuesOf(one, operation, args, answers)
              .slice(0, most)
              .map((value) => ({ ...args, [one.in]: { ...args[one.in], [one.name]: value } })),
          ),
        [start],
      )
      .slice(0, most),
  );
}

/**
 * The values of a parameter: `/services/{service_id}` is about the items of `/services`, by their `id`; what has another name
 * is a member of that name, of an item there or elsewhere.
 */
function valuesOf(
  { in: place, name }: Sought,
  { path }: DescribedOperation,
  args: CallArguments,
  answers: readonly Answered[],
): string[] {
  const collection = path.slice(0, place === 'path' ? path.indexOf(`/{${name}}`) : path.lastIndexOf('/')) || '/';
  const fitting = answers.filter((answer) => agrees(answer.args, args));
  const there = fitting.filter(({ operation }) => operation.path === collection);
  const byId = place === 'path' ? members(there, 'id') : [];
  const byName = [there, fitting].map((some) => members(some, name));
  return [byId, ...byName].find((values) => values.length > 0) ?? [];
}

/** Whether an answer is about the same as what is to be called, as far as both say. */
const agrees = (answered: CallArguments, args: CallArguments): boolean =>
  Object.entries(answered.path).every(([name, value]) => (args.path[name] ?? value) === value);

/** The different texts that the items of lists have in a member. */
function members(answers: readonly Answered[], name: string): string[] {
  const items = answers
    .flatMap(({ body }) => Object.values(isRecord(body) ? body : {}))
    .flatMap((member): unknown[] => (Array.isArray(member) ? member : []));
  const values = items.map((item) => (isRecord(item) ? item[name] : undefined));
  return [...new Set(values.filter((value) => typeof value === 'string'))].filter((value) => value !== '');
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
