import { VpcepConnectionError, VpcepHttpError, VpcepTimeoutError } from '@vpcep/client';
import { errorCodes } from '../generated/document-values.js';
import { FailedAnswer, NoAnswer } from './failed-answers.js';
import { NotLoadedError } from './not-loaded-error.js';
import { NotTheApiError } from './readable-responses.js';

/** The kinds of failures that a reader is told apart. */
export type FailureKind =
  | 'refused'
  | 'notFound'
  | 'noSuchCall'
  | 'unauthenticated'
  | 'forbidden'
  | 'throttled'
  | 'server'
  | 'unreachable'
  | 'late'
  | 'notTheApi'
  | 'notLoaded'
  | 'unexpected';

/** What is known of a failure. */
export interface Failure {
  readonly kind: FailureKind;
  /** The API's error code. */
  readonly code?: string;
  /** What the service itself says, in English; for an unexpected failure, what the page says. */
  readonly words?: string;
  readonly requestId?: string;
  /** Whether the service may have done all the same what it was asked for. */
  readonly mayBeDone?: boolean;
}

/** Makes something to tell of whatever a call threw. */
export function failureOf(error: unknown): Failure {
  const mayBeDone = isOfCall(error) && error.outcome === 'unknown' && !isReading(error);
  return { ...whatFailed(error), ...(mayBeDone ? { mayBeDone } : {}) };
}

function whatFailed(error: unknown): Failure {
  if (error instanceof VpcepHttpError || error instanceof FailedAnswer) {
    const { code, reason, requestId } = error;
    return {
      kind: kindOfAnswer(error),
      words: reason,
      ...(code === undefined ? {} : { code }),
      ...(requestId === undefined ? {} : { requestId }),
    };
  }
  if (isNotTheApi(error)) return { kind: 'notTheApi' };
  if (error instanceof VpcepConnectionError || error instanceof NoAnswer) return { kind: 'unreachable' };
  if (error instanceof VpcepTimeoutError) return { kind: 'late' };
  if (error instanceof NotLoadedError) return { kind: 'notLoaded' };
  return { kind: 'unexpected', words: error instanceof Error ? error.message : String(error) };
}

const isOfCall = (error: unknown) =>
  error instanceof VpcepHttpError || error instanceof VpcepConnectionError || error instanceof VpcepTimeoutError;

/** By its name: some lists are asked for by POST. */
const isReading = ({ operation }: { operation: string }): boolean => operation.startsWith('list');

/** By its name: the client tells what was thrown to it as a copy without secrets. */
const isNotTheApi = (error: unknown): boolean =>
  error instanceof Error && (error.name === NotTheApiError.name || isNotTheApi(error.cause));

const noSuchCall: readonly (string | undefined)[] = errorCodes.noSuchCall;
const throttling: readonly (string | undefined)[] = errorCodes.throttling;

/** By status and code alone, whichever way a call was made. */
function kindOfAnswer({ status, code }: Pick<FailedAnswer, 'status' | 'code'>): FailureKind {
  // The API gives each of its errors a code. A redirect has none either, and is not followed.
  if (code === undefined && (status < 400 || status === 404 || status === 405)) return 'notTheApi';
  // Status 404 as well, but what is missing is no resource: some regions lack some calls.
  if (noSuchCall.includes(code)) return 'noSuchCall';
  if (status === 429 || throttling.includes(code)) return 'throttled';
  if (status === 401) return 'unauthenticated';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'notFound';
  return status >= 500 ? 'server' : 'refused';
}
