import type { MockState } from '../store/state.js';
import { approvalQueue } from './approval-queue.js';
import { busy } from './busy.js';
import { smallTeam } from './small-team.js';

/** Ready-made states, each told the present time. */
export const scenarios = {
  /** Nothing. */
  empty: (): MockState => ({ services: [], endpoints: [] }),
  /** A few services and endpoints in several states, among them all that the document's examples are about. */
  'small-team': smallTeam,
  /** Hundreds of services and endpoints. */
  busy,
  /** One service, and many endpoints that wait for its owner. */
  'approval-queue': approvalQueue,
} satisfies Record<string, (now: number) => MockState>;

/** The name of a ready-made state. */
export type ScenarioName = keyof typeof scenarios;

export const scenarioNames = Object.keys(scenarios) as ScenarioName[];

/** Whether a text names a ready-made state. */
export const isScenarioName = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name);
