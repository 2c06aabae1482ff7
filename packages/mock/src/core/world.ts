import type { Authentication } from '../authentication/authenticate.js';
import type { Control } from '../control/control.js';
import type { Iam } from '../iam/iam.js';
import type { Runtime } from '../runtime.js';

/** What requests meet, and what can be told: a state, a clock, faults, and who is let in. */
export interface World {
  readonly runtime: Runtime;
  readonly authentication: Authentication;
  readonly iam: Iam;
  readonly control: Control;
}
