import { useEffect, useRef } from 'react';

const shortestMs = 10_000;
const longestMs = 320_000;

/** How long to wait before one looks again, after so many looks that nobody has asked for. */
const backoffMs = (looks: number): number => Math.min(longestMs, shortestMs * 2 ** looks);

/**
 * Looks again for what others change: after 10 s, then 20 s, 40 s and so on up to some minutes; after 10 s again once the
 * reader does something. It stops while the page is in the background.
 *
 * @param look reads what is shown
 * @param isOn whether there is something to look for
 */
export function usePolling(look: () => Promise<unknown>, isOn: boolean): void {
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let looks = 0;
    const leaving = new AbortController();
    const { signal } = leaving;
    const wait = () => {
      clearTimeout(timer);
      if (signal.aborted || document.visibilityState === 'hidden') return;
      timer = setTimeout(() => {
        looks++;
        void latest.current().finally(wait);
      }, backoffMs(looks));
    };
    const startAnew = () => {
      looks = 0;
      wait();
    };
    const onAction = () => {
      // A wait that is the shortest already goes on, or it would never end for those who type.
      if (looks > 0) startAnew();
    };
    document.addEventListener('visibilitychange', startAnew, { signal });
    addEventListener('pointerdown', onAction, { signal });
    addEventListener('keydown', onAction, { signal });
    wait();
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [isOn]);
}
