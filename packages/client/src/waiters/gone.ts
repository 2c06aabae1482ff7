import type { Past, Verdict, Waitable } from './wait.js';

/**
 * What those who wait for a deleted resource to be gone make of a look. The states from before the deletion show for a
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
