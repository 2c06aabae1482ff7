import type { Past, Verdict } from './wait.js';
import type { Waitable } from './wait-options.js';

/**
 * What those who wait for one of some states make of a resource. A state that is not documented may yet pass.
 *
 * @param final the states that end every wait
 */
export function judgeReached<Resource extends Waitable>(
  resource: Resource,
  final: readonly Resource['status'][],
  ...goals: Resource['status'][]
): Verdict<Resource> {
  if (goals.includes(resource.status)) return { done: resource };
  return final.includes(resource.status) ? 'failed' : 'pending';
}

/** How long a resource that was just created may be unknown to whoever answers: 30 seconds. */
const notFoundGraceMs = 30_000;

/**
 * What it means to those who wait for a resource to come up that it is not found: shortly after its creation it may
 * not be known everywhere, so there is hope for 30 seconds. Not found after it was seen, it is gone for good.
 */
export function notFoundYet({ elapsed, last }: Past<Waitable>): 'pending' | 'failed' {
  return last === undefined && elapsed < notFoundGraceMs ? 'pending' : 'failed';
}

/**
 * What those who wait for a deleted resource to be gone make of a poll. The states from before the deletion show for a
 * while, `failed` too, for a failed resource can be deleted. Only `failed` that comes after `deleting`, and was not
 * there before it, means that the deletion failed.
 */
export function judgeGone<Resource extends Waitable>(
  resource: Resource | null,
  { seen }: Past<Resource>,
): Verdict<undefined> {
  if (resource === null) return { done: undefined };
  return resource.status === 'failed' && seen.has('deleting') && !seen.has('failed') ? 'failed' : 'pending';
}
