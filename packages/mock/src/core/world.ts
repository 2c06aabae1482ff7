import type { Authentication } from '../authentication/authenticate.js';
import type { Control } from '../control/control.js';
import type { Iam } from '../iam/iam.js';
import type { Keeping } from '../keeping.js';
import type { Runtime } from '../runtime.js';

/** What requests meet, and what can be told: a state, a clock, faults, and who is let in. */
export interface World {
  readonly runtime: Runtime;
  readonly authentication: Authentication;
  readonly iam: Iam;
  readonly control: Control;
  /** Keeps what it remembers; without it, that is forgotten when the mock stops. */
  readonly keeping: Keeping | undefined;
}
