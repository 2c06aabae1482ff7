import type { Authentication } from '../authentication/authenticate.js';
import type { ControlRoutes } from '../control/control-routes.js';
import type { Control } from '../control/control.js';
import type { Iam } from '../iam/iam.js';
import type { Journal } from '../journal/journal.js';
import type { Keeping } from '../keeping.js';
import type { Runtime } from '../runtime.js';

/** What requests meet, and what can be told: a state, a clock, faults, who is let in, and what has arrived. */
export interface World {
  readonly runtime: Runtime;
  readonly authentication: Authentication;
  readonly iam: Iam;
  readonly journal: Journal;
  readonly control: Control;
  /** Answers requests that control it. */
  readonly routes: ControlRoutes;
  /** Keeps what it remembers; without it, that is forgotten when the mock stops. */
  readonly keeping: Keeping | undefined;
}
