import { type Failure, type FailureKind, failureOf } from '../api/failure.js';
import { errorCodes } from '../generated/document-values.js';
import { FailureNotice } from './failure-alert.js';

interface Props {
  /** What the plain client gave as its error: the body of the answer, or what fetch threw. */
  error: unknown;
  onRetry: () => void;
}

/** Tells a failure of the plain client. */
export function ApiErrorAlert({ error, onRetry }: Props) {
  return <FailureNotice failure={failureOfAnswer(error)} onRetry={onRetry} />;
}

const throttling: readonly string[] = errorCodes.throttling;
const noSuchCall: readonly string[] = errorCodes.noSuchCall;

/** By its code alone: the plain client does not hand on the status. */
function kindOf(code: string): FailureKind {
  if (code === errorCodes.system) return 'server';
  if (throttling.includes(code)) return 'throttled';
  return noSuchCall.includes(code) ? 'noSuchCall' : 'refused';
}

function failureOfAnswer(error: unknown): Failure {
  // That no answer came is all that fetch tells by a TypeError.
  if (error instanceof TypeError) return { kind: 'unreachable' };
  if (error instanceof Error) return failureOf(error);
  const { error_code: code, error_msg: words }: Record<string, unknown> = typeof error === 'object' ? { ...error } : {};
  // The API gives each of its errors a code; what has none is of a host or a proxy.
  if (typeof code !== 'string') return { kind: 'notTheApi' };
  return {
    kind: kindOf(code),
    code,
    ...(typeof words === 'string' ? { words } : {}),
  };
}
