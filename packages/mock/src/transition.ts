import { readDuration } from './duration.js';

/**
 * How a resource that is being created or deleted gets there:
 * - `immediate`: at once;
 * - `time(3s)`: after that time;
 * - `manual(2)`: after its details were read that often.
 */
export type Transition = 'immediate' | `time(${string})` | `manual(${number})`;

/** The kinds of resources that take their time, as the API names them. */
export const kinds = ['endpoint_service', 'endpoint'] as const;
export type Kind = (typeof kinds)[number];

/** What a transition must look like, for messages. */
export const transitionRule =
  "'immediate', 'time(DURATION)' such as 'time(3s)', or 'manual(POLLS)' such as 'manual(2)'";

/** What has to pass before a transition is done; undefined when the text is none. */
export function readTransition(text: string): { after: number } | { polls: number } | undefined {
  if (text === 'immediate') return { after: 0 };
  const [, kind, argument = ''] = /^(time|manual)\((.+)\)$/.exec(text) ?? [];
  if (kind === 'time') {
    const after = readDuration(argument);
    return after === undefined ? undefined : { after };
  }
  if (kind === 'manual' && /^\d{1,6}$/.test(argument)) return { polls: Number(argument) };
  return undefined;
}

/** Whether a text is a transition. */
export const isTransition = (text: string): text is Transition => readTransition(text) !== undefined;
