import type { OperationId, VpcepClient } from '@vpcep/client';
import { DocumentError } from '@vpcep/openapi/reader';
import type { SampledOperation } from './sampled-operation.js';

type Values = Record<string, unknown>;
type Arguments = Partial<Record<'path' | 'query' | 'body', Values>>;
type Waiter = Extract<keyof VpcepClient, `waitFor${string}`>;

/** The waiters for what goes on after a call is answered. */
const waiters = new Map<string, Waiter>(
  Object.entries({
    createEndpointService: 'waitForEndpointService',
    createEndpoint: 'waitForEndpoint',
    deleteEndpointService: 'waitForEndpointServiceGone',
    deleteEndpoint: 'waitForEndpointGone',
  } satisfies Partial<Record<OperationId, Waiter>>),
);

/** What tells most of a resource beside its ID, the most telling first. */
const telling = ['status', 'service_name', 'permission', 'resource_name'];

/**
 * Writes what a sample does with its client `vpcep`: it calls the operation, and prints what came of it. The layout is
 * left to the formatter.
 *
 * @param waiting The comment on a wait.
 */
export function statements(placed: SampledOperation, args: Arguments, waiting: string): string {
  const { operationId, answerExample } = placed;
  const waiter = waiters.get(operationId);
  const call = `vpcep.${operationId}(${literal(args)})`;

  if (args.query?.['limit'] !== undefined || args.body?.['limit'] !== undefined) return iterate(placed, args);
  if (answerExample === undefined) {
    if (waiter !== undefined) return waitUntilGone(operationId, args, waiter, waiting);
    return `const { response } = await ${call}.withResponse(); console.log(response.status);`;
  }
  const resource = resourceOf(placed.path);
  if (waiter !== undefined) {
    return `const { id } = await ${call};
      // ${waiting}
      const ${resource} = await vpcep.${waiter}(id);
      ${print(resource, answerExample)}`;
  }
  if ('id' in answerExample) {
    return `const ${resource} = await ${call}; ${print(resource, answerExample, args.body)}`;
  }
  const [member = ''] = Object.keys(answerExample);
  return `const { ${member} } = await ${call}; console.log(${member});`;
}

/** Reads a list that comes in pages. */
function iterate(placed: SampledOperation, args: Arguments): string {
  const { operationId, answerExample = {} } = placed;
  for (const [list, items] of Object.entries(answerExample)) {
    if (!Array.isArray(items)) continue;
    const rest = literal({ ...args, query: withoutPaging(args.query), body: withoutPaging(args.body) });
    const item = singular(list);
    return `for await (const ${item} of vpcep.paginate('${operationId}'${rest && `, ${rest}`})) {
      ${print(item, items[0] as Values)}
    }`;
  }
  throw new DocumentError(placed, 'has a limit, but no list in the first example of its response');
}

/** Deletes a resource, the ID of which is the last in the path. */
function waitUntilGone(operationId: string, { path = {} }: Arguments, waiter: string, waiting: string): string {
  const [name = '', id] = Object.entries(path).at(-1) ?? [];
  return `const ${name} = ${JSON.stringify(id)};
    await vpcep.${operationId}({ path: { ${name} } });
    // ${waiting}
    await vpcep.${waiter}(${name});
    console.log('deleted');`;
}

/** The arguments as the source of an object, without those that are empty. */
function literal(args: Arguments): string {
  const given = Object.entries(args).filter(([, values]) => Object.keys(values).length > 0);
  return given.length === 0 ? '' : JSON.stringify(Object.fromEntries(given));
}

const withoutPaging = (values: Values = {}): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'limit' && name !== 'offset'));

/** What a path is about: the last segment in the plural tells. */
const resourceOf = (path: string): string =>
  singular(
    path
      .split('/')
      .filter((segment) => /^[^{].*s$/.test(segment))
      .at(-1) ?? 'results',
  );

/** `endpoint_services` and `vpc-endpoint-services` are lists of what is called `service`. */
const singular = (plural: string): string => (plural.split(/[_-]/).at(-1) ?? plural).replace(/s$/, '');

/** Prints what was changed, or else the ID, which comes first, and what tells most beside it. */
function print(name: string, example: Values, body: Values = {}): string {
  const changed = Object.keys(body).filter((member) => member in example);
  const [id = ''] = Object.keys(example);
  const members = changed.length > 0 ? changed : [id, ...telling.filter((member) => member in example).slice(0, 1)];
  return `console.log(${members.map((member) => `${name}.${member}`).join(', ')});`;
}
