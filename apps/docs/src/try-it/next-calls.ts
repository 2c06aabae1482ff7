import { type DescribedOperation, type Document, operationsOf, resolve, type Schema } from '@vpcep/openapi/reader';
import { type CalledWorkflow, fromStepsIn } from '../workflows/called-workflow.js';

/** A value of a response that another operation takes. */
export interface PassedOn {
  /** JSON Pointer to it in the body of the response. */
  pointer: string;
  /** The operation that takes it, and where: `['path', 'vpc_endpoint_id']`, `['body', 'endpoints', '0']`. */
  to: string;
  place: readonly string[];
}

/** What can follow an operation. */
export interface NextCalls {
  /** What its response holds for others. */
  passedOn: PassedOn[];
  /** The operations that follow it in workflows, the usual ones first. */
  usual: string[];
}

/** What can follow each operation, by the document's paths and the workflows. */
export function nextCalls(document: Document, workflows: readonly CalledWorkflow[]): Record<string, NextCalls> {
  const operations = operationsOf(document);
  const inWorkflows = workflows.flatMap(({ steps }) =>
    steps.flatMap(({ operationId: to, path, query, body = null }) =>
      fromStepsIn({ path, query, body }).flatMap(({ place, from: { fromStep, pointer } }) => {
        const from = steps[fromStep]?.operationId;
        return from === undefined ? [] : [{ from, pointer, to, place }];
      }),
    ),
  );
  const edges = [...inWorkflows, ...operations.flatMap((each) => toMembers(document, each, operations))];
  return Object.fromEntries(
    operations.map(({ operationId }) => [
      operationId,
      {
        passedOn: distinct(
          edges.filter(({ from }) => from === operationId).map(({ pointer, to, place }) => ({ pointer, to, place })),
        ),
        usual: followersOf(operationId, workflows),
      },
    ]),
  );
}

/** The operations that come right after one in workflows: those of most workflows first. */
function followersOf(operationId: string, workflows: readonly CalledWorkflow[]): string[] {
  const counts = new Map<string, number>();
  for (const { steps } of workflows) {
    for (const [index, step] of steps.entries()) {
      const next = steps[index + 1]?.operationId;
      if (step.operationId !== operationId || next === undefined || next === operationId) continue;
      counts.set(next, (counts.get(next) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([next]) => next);
}

/**
 * What a collection says of its members: `POST /vpc-endpoints` is answered with the `id`, `GET /vpc-endpoints` with a list of
 * things that have one, and all below `/vpc-endpoints/{vpc_endpoint_id}` take it.
 */
function toMembers(
  document: Document,
  { operationId: from, path, success }: DescribedOperation,
  operations: readonly DescribedOperation[],
): (PassedOn & { from: string })[] {
  const schema = success?.json?.schema;
  const pointer = schema && idIn(document, resolve<Schema>(document, schema));
  if (pointer === undefined) return [];
  return operations.flatMap((other) => {
    const [, name] = other.path.startsWith(`${path}/`)
      ? (/^\/\{(\w+)\}/.exec(other.path.slice(path.length)) ?? [])
      : [];
    return name === undefined ? [] : [{ from, pointer, to: other.operationId, place: ['path', name] }];
  });
}

/** Where an object has an ID: its own, or that of the first in its list. */
function idIn(document: Document, { properties = {} }: Schema): string | undefined {
  if ('id' in properties) return '/id';
  for (const [name, given] of Object.entries(properties)) {
    const { items } = resolve<Schema>(document, given);
    if (items !== undefined && 'id' in (resolve<Schema>(document, items).properties ?? {})) return `/${name}/0/id`;
  }
  return undefined;
}

const distinct = <T>(values: T[]): T[] => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
