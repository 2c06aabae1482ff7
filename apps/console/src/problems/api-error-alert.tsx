import type { ErrorBody } from '@vpcep/types';
import type { Failure } from '../api/failure.js';
import { errorCodes } from '../generated/document-values.js';
import { FailureNotice } from './failure-alert.js';

interface Props {
  /** What the plain client gave as its error: the body of the answer, or what fetch threw. */
  error: ErrorBody | Error;
  onRetry: () => void;
}

/** Tells a failure of the plain client. */
export function ApiErrorAlert({ error, onRetry }: Props) {
  return <FailureNotice failure={failureOfAnswer(error)} onRetry={onRetry} />;
}

const throttling: readonly string[] = errorCodes.throttling;

function failureOfAnswer(error: ErrorBody | Error): Failure {
  // That no answer came is all that fetch tells by a TypeError.
  if (error instanceof TypeError) return { kind: 'unreachable' };
  if (error instanceof Error) return { kind: 'unexpected', words: error.message };
  return {
    kind: throttling.includes(error.error_code) ? 'throttled' : 'refused',
    code: error.error_code,
    words: error.error_msg,
  };
}
