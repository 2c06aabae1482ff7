import { FailureAlert } from '../problems/failure-alert.js';

interface Props {
  error: unknown;
  onRetry: () => void;
  /** Closes what should have been opened above the page. */
  onClose?: () => void;
}

/** Stands in the place of what could not be loaded; in a corner, where that would have been above the page. */
export function NotLoaded({ error, onRetry, onClose }: Props) {
  if (onClose === undefined) return <FailureAlert error={error} onRetry={onRetry} />;
  return (
    <div className="corner-notice">
      <FailureAlert error={error} onRetry={onRetry} onClose={onClose} />
    </div>
  );
}
