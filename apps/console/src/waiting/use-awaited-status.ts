import { useEffect, useRef } from 'react';

/**
 * Tells what a status that was waited for has become, whoever found it out: the wait, or the page, which may read the
 * resource again before the next poll.
 */
export function useAwaitedStatus<Status extends string>(
  status: Status,
  isAwaited: boolean,
  onChange: (status: Status) => void,
) {
  const before = useRef({ status, isAwaited });
  useEffect(() => {
    if (before.current.isAwaited && before.current.status !== status) onChange(status);
    before.current = { status, isAwaited };
  });
}
