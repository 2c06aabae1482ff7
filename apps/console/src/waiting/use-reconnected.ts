import { onlineManager } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** Does something when there is a network again. */
export function useReconnected(act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(
    () =>
      onlineManager.subscribe((isOnline) => {
        if (isOnline) latest.current();
      }),
    [],
  );
}
