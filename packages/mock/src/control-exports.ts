/* What a mock is told and tells, whether it has a server or not. */

export type { ErrorCode } from './answer.js';
export type { AuthMode, AuthReport, CanonicalPart, RefusedCredentials } from './authentication/authenticate.js';
export {
  demoCredentials,
  type KnownAccessKey,
  type KnownUser,
  type KnownCredentials,
} from './authentication/credentials.js';
export type { ClockMode } from './clock.js';
export type { Control } from './control/control.js';
export type { Duration } from './duration.js';
export type { Fault, FaultCount, FaultEffect, FaultMatcher, FaultStep, Latency } from './faults/fault.js';
export type { WantedRequest } from './journal/journal.js';
export type { RecordedRequest } from './journal/recorded-request.js';
export type { RequestFilter } from './journal/request-filter.js';
export { RequestWaitError } from './journal/request-wait-error.js';
export { documentHash } from './generated/document.js';
export type { Log, LogEntry, RequestEntry } from './log/log.js';
export { MockStartError } from './mock-start-error.js';
export type { Snapshot, Snapshots, SnapshotSummary } from './snapshots/snapshots.js';
export type { ScenarioName } from './scenarios/index.js';
export type { EndpointRecord, Failure, PendingEndpoint, PendingService, ServiceRecord, Tag } from './store/records.js';
export type { MockState, StateOfEndpoint, StateOfService } from './store/state.js';
export type { Quotas } from './store/store.js';
export type { Kind, Stage, Transition, Transitions } from './transition.js';
export { ControlError } from './values/control-error.js';
export type { MockWorld, WorldsControl, WorldSummary } from './worlds/mock-world.js';
export type { WorldOptions } from './worlds/world-options.js';
