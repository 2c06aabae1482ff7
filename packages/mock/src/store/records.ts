import { type ErrorCode, messageOf } from '../answer.js';
import type { Failure, FilledEndpoint, FilledService } from '../generated/state.js';

export type { Failure, PendingEndpoint, PendingService, Tag } from '../generated/state.js';

/** What the mock remembers of a resource: what a state says of it, and all that it left out. */
type Recorded<State, FromOthers extends keyof State> = Omit<State, 'changed' | FromOthers> &
  Required<Pick<State, FromOthers>>;

/** An endpoint service as the mock remembers it. */
export type ServiceRecord = Recorded<FilledService, 'updated_at'>;

/** An endpoint as the mock remembers it. */
export type EndpointRecord = Recorded<FilledEndpoint, 'updated_at' | 'endpoint_service_name' | 'connected'>;

/** A port mapping that says its protocol. */
export type PortMapping = ServiceRecord['ports'][number];

/** Why a resource failed, by a code of the catalogue. */
export const failures = (code: ErrorCode): Failure[] => [{ error_code: code, error_message: messageOf(code) }];
