import { longestHours, readDuration } from './duration.js';

/**
 * How a resource gets where it is on its way to:
 * - `immediate`: at once;
 * - `time(3s)`: after that time;
 * - `manual(2)`: after its details were read that often.
 */
export type Transition = 'immediate' | `time(${string})` | `manual(${number})`;

/** The kinds of resources, as the API names them. Each takes its time to be created and deleted. */
export const kinds = ['endpoint_service', 'endpoint'] as const;
export type Kind = (typeof kinds)[number];

/** What takes its time only when asked to. */
export const furtherStages = [
  'endpoint_service_update',
  'endpoint_service_deletion_lag',
  'endpoint_acceptance',
] as const;

/**
 * What takes its time:
 * - `endpoint_service`, `endpoint`: a resource that is being created, or deleted;
 * - `endpoint_service_update`: a service that was changed is `creating`, before it is `available` again;
 * - `endpoint_service_deletion_lag`: a service that is to be deleted stays `available`, before it is `deleting`;
 * - `endpoint_acceptance`: a connection that its service's owner has accepted is `creating`, before it is `accepted`.
 */
export type Stage = Kind | (typeof furtherStages)[number];
export const stages: readonly Stage[] = [...kinds, ...furtherStages];

/** How each stage proceeds. */
export type Transitions = Record<Stage, Transition>;

/** What a transition must look like, for messages. */
export const transitionRule = `'immediate', 'time(DURATION)' such as 'time(3s)', up to ${longestHours}h, or 'manual(POLLS)' such as 'manual(2)'`;

/** How many polls a transition waits for at most. */
export const mostPolls = 999_999;

/** What has to pass before a transition is done; undefined when the text is none. */
export function readTransition(text: string): { after: number } | { polls: number } | undefined {
  if (text === 'immediate') return { after: 0 };
  const [, kind, argument = ''] = /^(time|manual)\((.+)\)$/.exec(text) ?? [];
  if (kind === 'time') {
    const after = readDuration(argument, longestHours);
    return after === undefined ? undefined : { after };
  }
  if (kind === 'manual' && /^\d+$/.test(argument) && Number(argument) <= mostPolls) return { polls: Number(argument) };
  return undefined;
}

/** Whether a text is a transition. */
export const isTransition = (text: string): text is Transition => readTransition(text) !== undefined;

/** Whether a text names a stage. */
export const isStage = (text: string): text is Stage => (stages as readonly string[]).includes(text);

/** Whether a text names a kind of resources. */
export const isKind = (text: string): text is Kind => (kinds as readonly string[]).includes(text);
