import type { Verdict, Waitable } from './wait.js';

const deadEnds: readonly string[] = ['failed', 'rejected', 'deleting'];

/** What those who wait for one of some states make of a resource. A state that is not documented may yet pass. */
export function judgeReached<Resource extends Waitable>(
  resource: Resource,
  ...goals: Resource['status'][]
): Verdict<Resource> {
  if (goals.includes(resource.status)) return { done: resource };
  return deadEnds.includes(resource.status) ? 'failed' : 'pending';
}
