import type { Connection, Endpoint, EndpointService, ResourceError } from '@vpcep/types';
import { VpcepError } from './vpcep-error.js';

/** Why a resource failed, whichever of the two documented forms the service sent. */
export interface FailureReason {
  /** The code, such as `EndPoint.3001`: `error_code`, or `code` in later releases. */
  readonly code: string | undefined;
  /** What went wrong, in English: `error_message`, or `message` in later releases. */
  readonly message: string | undefined;
}

/** What was waited for can no longer come: the resource failed, was rejected, is being deleted or is not there. */
export class VpcepWaiterError extends VpcepError {
  override name = 'VpcepWaiterError';

  /** The name of the waiter. */
  readonly operation: string;
  /** The `status` that ended the wait, or `not found`. */
  readonly state: string;
  /** The resource as it was last seen; undefined when it never was. */
  readonly resource: EndpointService | Endpoint | Connection | undefined;
  /** The resource's own `error`, which the service gives for the state `failed`; empty when there is none. */
  readonly reasons: readonly FailureReason[];

  constructor(
    operation: string,
    id: string,
    state: string,
    resource: EndpointService | Endpoint | Connection | undefined,
  ) {
    const reasons = [resource?.error ?? []].flat().map(toReason);
    const texts = reasons.map(({ code, message }) => [code, message].filter(Boolean).join(' '));
    super([`${operation}: ${id}`, state, texts.join('; ')].filter(Boolean).join(': '));
    this.operation = operation;
    this.state = state;
    this.resource = resource;
    this.reasons = reasons;
  }
}

function toReason(error: ResourceError): FailureReason {
  return { code: error.error_code ?? error.code, message: error.error_message ?? error.message };
}
