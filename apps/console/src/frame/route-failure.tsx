import { useRouteError } from 'react-router';
import { FailureAlert } from '../problems/failure-alert.js';

/** A page that could not be loaded or shown. */
export function RouteFailure() {
  const error = useRouteError();
  return (
    <FailureAlert
      error={error}
      onRetry={() => {
        location.reload();
      }}
    />
  );
}
