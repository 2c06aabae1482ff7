import type { Endpoint, EndpointService } from '@vpcep/types';
import { VpcepValidationError } from '../errors/vpcep-error.js';
import { wait } from '../waiters/wait.js';
import type { WaitOptions } from '../waiters/wait-options.js';
import type { CallContext, Kind } from './kind.js';
import { isLost } from './lost-answer.js';

/**
 * How often to look for what may have been created. With the default times between two looks that is half a minute, for
 * which a new resource may be unknown to whoever answers.
 */
const looks = 9;

/**
 * Creates a resource. When the answer is lost, it may be there all the same: then it is looked for, and created again only
 * when it is not found. A second lost answer without a resource is thrown.
 */
export async function createOnce<Found extends EndpointService | Endpoint, More extends object>(
  kind: Kind<Found, More>,
  call: CallContext,
  options: WaitOptions<Found>,
): Promise<{ id: string }> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await kind.create(call);
    } catch (error) {
      if (!isLost(error)) throw error;
      const found = await wait<Found, Found | undefined>(
        {
          operation: kind.operation,
          id: kind.name,
          waiting: kind.waiting,
          poll: async (context) => onlyOne(kind, await kind.find(context)) ?? null,
          judge(resource, { seen }) {
            if (resource !== null) return { done: resource };
            return (seen.get('not found') ?? 0) + 1 < looks ? 'pending' : { done: undefined };
          },
        },
        options,
      );
      if (found !== undefined) return found;
      if (attempt > 1) throw error;
    }
  }
}

/**
 * The one resource that is meant, unless there is none. One that is being deleted is none, unless it is meant by its ID.
 *
 * @throws VpcepValidationError when there are several.
 */
export function onlyOne<Found extends EndpointService | Endpoint, More extends object>(
  { id, identity }: Kind<Found, More>,
  matches: readonly Found[],
): Found | undefined {
  const [found, ...others] = matches.filter(({ status }) => id !== undefined || status !== 'deleting');
  if (found === undefined || others.length === 0) return found;
  const ids = [found, ...others].map((match) => match.id).join(', ');
  throw new VpcepValidationError(identity, `several fit: ${ids}; say which is meant by id`);
}
