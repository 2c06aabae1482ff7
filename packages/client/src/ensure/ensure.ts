import type { Endpoint, EndpointService } from '@vpcep/types';
import { type VpcepCallError, VpcepTimeoutError } from '../errors/call-errors.js';
import { VpcepWaiterError } from '../errors/waiter-error.js';
import { judgeReached, notFoundYet } from '../waiters/judge.js';
import { checkedWaitOptions, wait } from '../waiters/wait.js';
import type { Change } from './change.js';
import { createOnce, onlyOne } from './create-once.js';
import { creation, differences } from './differences.js';
import type { EnsureOptions } from './ensure-options.js';
import type { CallContext, Kind, Seen } from './kind.js';
import { afterChange, isLost } from './lost-answer.js';

/** What became of a resource. */
export interface Outcome<Found> {
  /** Undefined when it would be created. */
  readonly resource: Found | undefined;
  readonly created: boolean;
  readonly changes: Change[];
}

/** Makes a resource as wanted, and waits until it is. */
export async function ensure<Found extends EndpointService | Endpoint, More extends object>(
  kind: Kind<Found, More>,
  { dryRun = false, onChange, ...options }: EnsureOptions<Found>,
): Promise<Outcome<Found>> {
  const { operation, fields, wanted, createdBy, changeable, goals, final, steps, waiting } = kind;
  const { projectId, signal } = checkedWaitOptions(options, waiting);
  const call: CallContext = {
    path: projectId === undefined ? {} : { project_id: projectId },
    ...(signal && { signal }),
  };
  type Sight = Seen<Found, More>;
  const differing = ({ resource, more }: Sight) => differences(fields, wanted, { ...resource, ...more });
  const look = async (resource: Found, context: CallContext): Promise<Sight> => ({
    resource,
    more: await kind.more(resource, context),
  });

  /** Waits until the resource is in one of some states; and until nothing differs, if asked. */
  async function settle(id: string, states: readonly Found['status'][], complete = false): Promise<Sight> {
    const poll = kind.poll(id);
    let seen: Sight | undefined;
    let left: Change[] = [];
    try {
      return await wait<Found, Sight>(
        {
          operation,
          id,
          waiting,
          async poll(context) {
            const resource = await poll(context);
            seen = resource === null ? undefined : await look(resource, context);
            left = complete && seen !== undefined ? differing(seen) : [];
            return resource;
          },
          judge(resource, past) {
            if (resource === null || seen === undefined) return notFoundYet(past);
            const verdict = judgeReached(resource, final, ...states);
            if (typeof verdict === 'string') return verdict;
            return left.length > 0 ? 'pending' : { done: seen };
          },
        },
        options,
      );
    } catch (error) {
      if (!(error instanceof VpcepTimeoutError) || left.length === 0) throw error;
      const about = { option: 'timeout', resource: id, cause: error } as const;
      throw new VpcepTimeoutError({ operation }, `${id} still differs: ${left.join('; ')}`, about);
    }
  }

  const matches = await kind.find(call);
  const found = onlyOne(kind, matches);
  if (found !== undefined && judgeReached(found, final, ...changeable) === 'failed') {
    throw new VpcepWaiterError(operation, found.id, found.status, found);
  }
  const planned = found === undefined ? creation(fields, wanted, createdBy) : [];
  if (dryRun) {
    const changes = found === undefined ? planned : differing(await look(found, call));
    return { resource: found, created: found === undefined, changes };
  }

  const changes: Change[] = [];
  const report = async (made: readonly Change[]) => {
    changes.push(...made);
    for (const change of made) await onChange?.(change);
  };
  let mayHaveChanged = false;
  try {
    let id = found?.id;
    if (id === undefined) {
      for (const leaving of matches) await kind.waitUntilGone(leaving.id, options);
      const create: typeof kind.create = async (context) => {
        try {
          const made = await kind.create(context);
          mayHaveChanged = true;
          return made;
        } catch (error) {
          mayHaveChanged ||= isLost(error);
          throw error;
        }
      };
      ({ id } = await createOnce({ ...kind, create }, call, options));
      await report(planned.filter(({ operation: by }) => by === createdBy));
    }
    let seen = await settle(id, changeable);
    const left = differing(seen);
    for (const [by, step] of steps) {
      const made = left.filter(({ operation: changedBy }) => changedBy === by);
      if (made.length === 0) continue;
      const names = made.map(({ field }) => field);
      let failure: VpcepCallError | undefined;
      // Before it, for a step may be several calls.
      mayHaveChanged = true;
      try {
        await step(seen, names, call);
      } catch (error) {
        if (!isLost(error)) throw error;
        failure = error;
      }
      seen = await settle(id, changeable);
      if (failure && differing(seen).some(({ operation: changedBy }) => changedBy === by)) throw failure;
      await report(made);
    }
    if (left.length > 0 || !goals.includes(seen.resource.status)) seen = await settle(id, goals, true);
    return { resource: seen.resource, created: found === undefined, changes };
  } catch (error) {
    throw mayHaveChanged ? afterChange(error) : error;
  }
}
