import {
  VpcepAuthenticationError,
  VpcepConnectionError,
  VpcepHttpError,
  VpcepNotFoundError,
  VpcepPermissionError,
  VpcepServerError,
  VpcepThrottlingError,
  VpcepTimeoutError,
} from '@vpcep/client';
import { errorCodes } from '../generated/document-values.js';
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
}

/** Makes something to tell of whatever a call threw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof VpcepHttpError) {
    const { code, reason, requestId } = error;
    return {
      kind: httpKind(error),
      words: reason,
      ...(code === undefined ? {} : { code }),
      ...(requestId === undefined ? {} : { requestId }),
    };
  }
  if (isNotTheApi(error)) return { kind: 'notTheApi' };
  if (error instanceof VpcepConnectionError) return { kind: 'unreachable' };
  if (error instanceof VpcepTimeoutError) return { kind: 'late' };
  if (error instanceof NotLoadedError) return { kind: 'notLoaded' };
  return { kind: 'unexpected', words: error instanceof Error ? error.message : String(error) };
}

/** By its name: the client tells what was thrown to it as a copy without secrets. */
const isNotTheApi = (error: unknown): boolean =>
  error instanceof Error && (error.name === NotTheApiError.name || isNotTheApi(error.cause));

const noSuchCall: readonly (string | undefined)[] = errorCodes.noSuchCall;

function httpKind(error: VpcepHttpError): FailureKind {
  // The API gives each of its errors a code. A redirect has none either, and is not followed.
  if (error.code === undefined && (error.status < 400 || error.status === 404 || error.status === 405)) {
    return 'notTheApi';
  }
  // Status 404 as well, but what is missing is no resource: some regions lack some calls.
  if (noSuchCall.includes(error.code)) return 'noSuchCall';
  if (error instanceof VpcepThrottlingError) return 'throttled';
  if (error instanceof VpcepAuthenticationError) return 'unauthenticated';
  if (error instanceof VpcepPermissionError) return 'forbidden';
  if (error instanceof VpcepNotFoundError) return 'notFound';
  if (error instanceof VpcepServerError) return 'server';
  return 'refused';
}
