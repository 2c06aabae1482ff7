const movements = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;
const steadyFrames = 10;

let stop: (() => void) | undefined;

/**
 * Goes to a place on the page, and stays there while what is around it takes its true height: sections are laid out only
 * when they come near the window. Ends when nothing moves any more, or when the reader does.
 */
export function settle(go: () => void): void {
  stop?.();
  const reader = new AbortController();
  stop = () => {
    reader.abort();
  };
  for (const movement of movements) addEventListener(movement, stop, { passive: true, signal: reader.signal });
  let steady = 0;
  const step = () => {
    if (reader.signal.aborted) return;
    const before = scrollY;
    go();
    steady = scrollY === before && document.readyState === 'complete' ? steady + 1 : 0;
    if (steady < steadyFrames) requestAnimationFrame(step);
    else stop?.();
  };
  step();
}

/** Goes to the element that the address names. */
export function settleAtAddress(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id === '') return;
  settle(() => {
    document.getElementById(id)?.scrollIntoView();
  });
}
