import { isRecord } from './call/json.js';
import { VpcepError, VpcepValidationError } from './errors/vpcep-error.js';
import * as codeOfKind from './generated/code-of-kind.js';
import type { PagedItems } from './generated/operation-methods.js';
import { pagedOperations } from './generated/paged-operations.js';
import { checkKind, checkKnown } from './given/known-options.js';
import { unreadable } from './given/unreadable.js';
import type { OperationArguments, OperationCalls } from './operation-types.js';

/** The operationId of a call whose list comes in pages. */
export type PagedOperationId = keyof PagedItems;

/** What the list of an operation holds. */
export type PagedItem<Id extends PagedOperationId> = PagedItems[Id];

/** Filters and order stay; `limit` and `offset` are set for each page. Only counting gives no pages. */
type WithoutPaging<T> = T extends { action: infer Action }
  ? Omit<T, 'action' | 'limit' | 'offset'> & { action: Exclude<Action, 'count'> }
  : T extends object
    ? Omit<T, 'limit' | 'offset'>
    : T;

type Arguments<T> = { [Name in keyof T]: Name extends 'query' | 'body' ? WithoutPaging<T[Name]> : T[Name] };

/** The arguments of the call, but for `limit` and `offset`, and `signal`, which is an option of {@link paginate}. */
export type PaginateArguments<Id extends PagedOperationId> = Arguments<Omit<OperationArguments<Id>, 'signal'>>;

/** Options of {@link paginate}. */
export interface PaginateOptions {
  /**
   * How many items to ask for at once: from 2 up to the documented maximum of the call. The largest pages need the
   * fewest requests, and leave the least time for the list to change between two of them.
   *
   * @default the documented maximum: 500 for `listServicePermissionsDetails`, 1000 for the others
   */
  pageSize?: number | undefined;
  /**
   * How many items to return at most, from 1. No more are asked for than that needs.
   *
   * @default Infinity
   */
  limit?: number | undefined;
  /** Ends the running request, and refuses further ones, when it is aborted. Both reject with a `VpcepAbortError`. */
  signal?: AbortSignal | undefined;
}

/** A page of a list. */
export interface Page<Item> {
  /** The items of this page that no page before it had. Only the page of an empty list has none. */
  items: Item[];
  /** How many items the service counted when it answered, on all pages. */
  total_count: number;
}

/** A list that is read while it is iterated over, anew each time. */
export interface Paginated<Item> extends AsyncIterable<Item> {
  /** Iterates over the pages instead of the items. */
  pages(): AsyncIterable<Page<Item>>;
}

/** What {@link paginate} takes after the operationId. */
export type PaginateRest<Id extends PagedOperationId> = Rest<PaginateArguments<Id>>;

type Rest<Arguments> =
  Partial<Arguments> extends Arguments
    ? [args?: Arguments, options?: PaginateOptions]
    : [args: Arguments, options?: PaginateOptions];

/** Any list call, as it looks once the types have done their work. */
type ListCall<Item> = (
  args: object,
) => Promise<{ total_count: number } & Partial<Record<string, (Item & Record<string, unknown>)[]>>>;

/** How many pages in a row may bring the list no further before it is given up. */
const maximumStandstills = 32;

/**
 * Reads a list that comes in pages, item by item with `for await`, or page by page with `.pages()`.
 *
 * **What it promises while others add and remove.** Every item that is in the list from the first request to the last
 * comes exactly once, in the order of the list. No item comes twice. An item that is added or removed meanwhile may come
 * or not. For that, each page begins with an item that was there before, so that none can be missing in between; if the
 * list has moved so far that it does not, the page is asked for again, further to the front.
 *
 * The promise needs the service to keep the items in the same order meanwhile:
 *
 * - By time of creation, in either direction, it does. That is the order when the arguments name none. Nobody documents
 *   how items that were created in the same second are ordered.
 * - With `sort_key: 'update_at'` an item that is changed meanwhile moves, so that it and others may not come.
 * - For `listResourceInstances` no order is documented.
 *
 * What came is not renewed: an item is as it was when its page was read. Memory holds the ID of every item that came.
 *
 * @param client The client, or whatever has the method.
 * @param operationId Which list, such as `listEndpoints`.
 * @param args What the method takes, without `limit` and `offset`.
 * @throws VpcepValidationError at once, when an option breaks its rule or the call has no pages.
 * @throws VpcepError while iterating: what the method throws; and when the list changes faster than it can be read, or the
 *   service gives the same page for each offset.
 */
export function paginate<Id extends PagedOperationId>(
  client: OperationCalls<Id>,
  operationId: Id,
  ...[args, options = {}]: PaginateRest<Id>
): Paginated<PagedItem<Id>> {
  const { paging, pageSize, limit, signal, given, filters } = checked(operationId, args, options);
  // The table says which member holds the items; the types of the items are made of the same member.
  const methods = client as unknown as Record<Id, ListCall<PagedItem<Id>>>;

  /** Undefined when the list has become shorter than the offset. */
  async function ask(offset: number, size: number) {
    const toValue = paging.in === 'body' ? String : Number;
    try {
      return await methods[operationId]({
        ...given,
        [paging.in]: {
          ...filters,
          limit: toValue(size),
          ...(offset > 0 && { offset: toValue(offset) }),
        },
        ...(signal && { signal }),
      });
    } catch (error) {
      // By what it says, for the client may be of another copy of this package, which has classes of its own.
      if (offset > 0 && isRecord(error) && error['code'] === codeOfKind.pageOutOfRange) return undefined;
      throw error;
    }
  }

  async function* pages(): AsyncGenerator<Page<PagedItem<Id>>, void, undefined> {
    const seen = new Set<unknown>();
    let missing = limit;
    let offset = 0;
    let retreat = 0;
    let standstills = 0;
    let lastId: unknown;
    for (;;) {
      if (standstills > maximumStandstills) {
        throw new VpcepError(
          `${operationId}: the list changes faster than it can be read, or the service ignores "offset"; try larger pages`,
        );
      }
      const size = Math.min(pageSize, seen.size > 0 ? missing + 1 : missing);
      const answer = await ask(offset, size);
      const list = answer?.[paging.items] ?? [];
      const total = answer?.total_count ?? offset;
      if (offset > 0 && !seen.has(list[0]?.[paging.id])) {
        standstills++;
        retreat = retreat * 2 || size >> 1;
        offset = Math.max(0, Math.min(offset - retreat, total - 1));
        continue;
      }
      retreat = 0;
      const isFirst = seen.size === 0;
      const items = list.filter(({ [paging.id]: id }) => {
        if (missing === 0 || seen.has(id)) return false;
        seen.add(id);
        missing--;
        return true;
      });
      const previous = lastId;
      lastId = list.at(-1)?.[paging.id];
      if (items.length > 0) standstills = 0;
      else if (lastId === previous) standstills++;
      if (items.length > 0 || isFirst) yield { items, total_count: total };
      // One item alone is the one that was there before: nothing follows it, whatever the total says.
      if (missing === 0 || list.length < 2 || offset + list.length >= total) return;
      offset += list.length - 1;
    }
  }

  async function* items() {
    for await (const page of pages()) yield* page.items;
  }

  return { [Symbol.asyncIterator]: items, pages };
}

function checked(operationId: PagedOperationId, args: unknown = {}, options: PaginateOptions) {
  try {
    if (!Object.hasOwn(pagedOperations, operationId)) {
      throw new VpcepValidationError('operationId', `must be one of ${Object.keys(pagedOperations).join(', ')}`);
    }
    checkKind('options', options, 'Object');
    checkKnown(options, { pageSize: '', limit: '', signal: 'AbortSignal' });
    checkKind('arguments', args, 'Object');
    const paging = pagedOperations[operationId];
    const { pageSize = paging.maximum, limit = Infinity, signal } = options;
    if (!Number.isInteger(pageSize) || pageSize < 2 || pageSize > paging.maximum) {
      throw new VpcepValidationError('pageSize', `must be a whole number from 2 to ${paging.maximum}`);
    }
    if (!(Number.isInteger(limit) || limit === Infinity) || limit < 1) {
      throw new VpcepValidationError('limit', 'must be a whole number from 1, or Infinity');
    }
    const given: Partial<Record<string, unknown>> = { ...args };
    const filters = given[paging.in] ?? {};
    checkKind(paging.in, filters, 'Object');
    return { paging, pageSize, limit, signal, given, filters: { ...filters } };
  } catch (error) {
    throw unreadable('options', error);
  }
}
