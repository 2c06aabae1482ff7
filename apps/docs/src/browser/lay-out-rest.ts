/**
 * Lays out what has never been in sight, which `reference.css` puts off until the reference is ready: from then on the
 * page has its true height. What the reader sees stays where it is.
 */
export function layOutRest(): void {
  const column = document.querySelector('.api-content')?.getBoundingClientRect();
  const header = document.querySelector('.site-header')?.getBoundingClientRect();
  const seen = document.elementFromPoint((column?.left ?? 0) + 100, (header?.bottom ?? 0) + 20);
  const before = seen?.getBoundingClientRect().top ?? 0;
  document.documentElement.dataset['reference'] = 'ready';
  const after = seen?.getBoundingClientRect().top ?? 0;
  scrollBy({ top: after - before, behavior: 'instant' });
}
