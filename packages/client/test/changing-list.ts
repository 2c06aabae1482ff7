import { VpcepHttpError, type OperationCalls } from '../src/index.js';

/** One item added or removed, somewhere between the front (0) and the end (1) of the list. */
export interface Change {
  kind: 'add' | 'remove';
  where: number;
}

export interface ListOptions {
  /** How many items there are at first. */
  length: number;
  /** What happens after each request. */
  changes?: readonly (readonly Change[])[];
  /** What an offset at or past the total is answered with; the API's documents do not say. */
  pastTheEnd?: 'empty' | 'error';
  /** The most items that one answer holds, whatever is asked for. */
  cap?: number;
}

/** The paging of one request. */
export interface Request {
  limit: number;
  offset: number | undefined;
  /** The total that the answer before it told; undefined when there was none. */
  knownTotal: number | undefined;
}

/** A list of connections that keeps its order, while items come and go between the requests. */
export function changingList({ length, changes = [], pastTheEnd = 'error', cap = Infinity }: ListOptions) {
  let made = 0;
  const create = () => ({ id: `item-${++made}` });
  const items = Array.from({ length }, create);
  /** Every item that was ever in the list. */
  const ever = new Set(items.map(({ id }) => id));
  const removed = new Set<string>();
  const requests: Request[] = [];
  const calls: unknown[] = [];
  let knownTotal: number | undefined;

  function change({ kind, where }: Change) {
    if (kind === 'remove') {
      const [gone] = items.splice(Math.floor(where * items.length), 1);
      if (gone !== undefined) removed.add(gone.id);
    } else {
      const item = create();
      ever.add(item.id);
      items.splice(Math.floor(where * (items.length + 1)), 0, item);
    }
  }

  function listServiceConnections(args: { query: { limit: number; offset?: number } }) {
    const { limit, offset } = args.query;
    const turn = requests.push({ limit, offset, knownTotal }) - 1;
    calls.push(args);
    const start = offset ?? 0;
    const answer =
      pastTheEnd === 'error' && start > 0 && start >= items.length
        ? undefined
        : { connections: items.slice(start, start + Math.min(limit, cap)), total_count: items.length };
    for (const each of changes[turn] ?? []) change(each);
    if (answer !== undefined) {
      knownTotal = answer.total_count;
      return Promise.resolve(answer);
    }
    return Promise.reject(invalidOffset());
  }

  return {
    requests,
    calls,
    ever,
    removed,
    /** The IDs of the items, as the list now is. */
    ids: () => items.map(({ id }) => id),
    // Of an item, nothing but its ID matters here.
    client: { listServiceConnections } as unknown as OperationCalls<'listServiceConnections'>,
  };
}

/** How the service answers an offset past the end. */
export function invalidOffset(): VpcepHttpError {
  return new VpcepHttpError(
    { operation: 'listServiceConnections' },
    {
      status: 400,
      code: 'EndPoint.0010',
      message: 'Invalid offset.',
      requestId: undefined,
      remedy: undefined,
      headers: new Headers(),
    },
  );
}
