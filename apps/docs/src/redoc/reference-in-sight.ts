/**
 * Whether something of the reference is in sight. What follows it in the single file has addresses of its own, which the
 * scrolling leaves alone.
 */
export function isReferenceInSight(): boolean {
  const bottomOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().bottom ?? 0;
  return bottomOf('#redoc') > bottomOf('.site-header');
}
