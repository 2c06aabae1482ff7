import type { Endpoint, EndpointService } from '@vpcep/types';
import type { OperationId } from '../operation-types.js';
import type { Waiter } from '../waiters/wait.js';
import type { WaitOptions, WaitTimes } from '../waiters/wait-options.js';
import type { Fields } from './differences.js';

/** What all calls of a run take: `path` names the project, unless it is the client's own. */
export interface CallContext {
  readonly path: { project_id?: string };
  readonly signal?: AbortSignal | undefined;
}

/** A resource as its details show it, and what is to be known beside them. */
export interface Seen<Found, More> {
  readonly resource: Found;
  /** Wins over what the details say. */
  readonly more: More;
}

/** What is wanted of one resource, and how it is made so. */
export interface Kind<Found extends EndpointService | Endpoint, More extends object> {
  /** What people call, for errors. */
  readonly operation: string;
  readonly fields: Fields;
  /** What is wanted, without what is undefined. */
  readonly wanted: object;
  /** Its ID, where that identifies it: then it has to be there, and is not created. */
  readonly id: string | undefined;
  /** Which field of what is wanted identifies it otherwise, for errors. */
  readonly identity: string;
  /** What errors call it before its ID is known. */
  readonly name: string;
  readonly createdBy: OperationId;
  /** The client's own times of waits. */
  readonly waiting: WaitTimes | undefined;
  /** The states in which it can be changed. */
  readonly changeable: readonly Found['status'][];
  /** Those of them that are waited for in the end. */
  readonly goals: readonly Found['status'][];
  /** Those that lead to none of them. */
  readonly final: readonly Found['status'][];
  /** All that are meant: by ID, or by what else identifies them. */
  find(call: CallContext): Promise<Found[]>;
  create(call: CallContext): Promise<{ id: string }>;
  poll(id: string): Waiter<Found, unknown>['poll'];
  waitUntilGone(id: string, options: WaitOptions<Found>): Promise<void>;
  /** What is to be known beside its details. */
  more(resource: Found, call: CallContext): Promise<More>;
  /** The calls that change it, in the order in which they are made; each is told the fields that differ. */
  readonly steps: readonly (readonly [
    by: OperationId,
    step: (seen: Seen<Found, More>, differing: readonly string[], call: CallContext) => Promise<unknown>,
  ])[];
}
