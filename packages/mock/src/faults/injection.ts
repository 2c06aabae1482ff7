import { type Answer, type ErrorCode, gatewayError, serviceError } from '../answer.js';
import { longestLatencyHours, readDuration } from '../duration.js';
import type { FaultEffect, Latency } from './fault.js';

/** What the faults that are set do to one call. */
export interface InjectedFault {
  /** How long the answer is held back, in milliseconds. */
  delayMs: number;
  answer?: Answer;
  drop?: 'request' | 'answer';
  creationFails?: ErrorCode;
}

/**
 * Adds an effect to what is done to a call. Latencies add up; of the rest, what was there first stays.
 *
 * @param chance - draws a fraction from 0 up to 1, by what it is for.
 */
export function inject(injected: InjectedFault, effect: FaultEffect, chance: (what: string) => number): void {
  const { latency, drop, creationFails } = effect;
  if (latency !== undefined) injected.delayMs += draw(latency, chance('latency'), chance('spread'));
  const answer = answerOf(effect);
  if (answer !== undefined) injected.answer ??= answer;
  if (drop !== undefined) injected.drop ??= drop;
  if (creationFails !== undefined) injected.creationFails ??= creationFails;
}

/** Draws from the distribution of a latency, in milliseconds; `a` and `b` are fractions drawn at random. */
function draw(latency: Latency, a: number, b: number): number {
  if (typeof latency !== 'object') return readDuration(latency) ?? 0;
  if ('min' in latency) {
    const min = readDuration(latency.min) ?? 0;
    return min + a * ((readDuration(latency.max) ?? 0) - min);
  }
  // A log-normal distribution. 99 % of a normal one lie below 2.326 standard deviations.
  const median = readDuration(latency.median) ?? 0;
  const p99 = readDuration(latency.p99) ?? 0;
  const normal = Math.sqrt(-2 * Math.log(1 - a)) * Math.cos(2 * Math.PI * b);
  const drawn = median * Math.exp((Math.log(p99 / median) / 2.326) * normal);
  // Seldom, but without end: a timer that is set too far ahead rings at once.
  return Math.min(drawn, longestLatencyHours * 3_600_000);
}

function answerOf({ status, error, retryAfter }: FaultEffect): Answer | undefined {
  if (status === undefined && error === undefined) return undefined;
  const base =
    error === undefined
      ? gatewayError(status ?? 500, `The mock was told to answer with status ${status ?? 500}.`)
      : serviceError(error, 'The mock was told to answer so.');
  return {
    ...base,
    ...(status === undefined ? {} : { status }),
    ...(retryAfter === undefined
      ? {}
      : { headers: { 'Retry-After': String(Math.ceil((readDuration(retryAfter) ?? 0) / 1000)) } }),
  };
}

/** What an injected fault does, in one line; undefined when it does nothing. */
export function describeInjectedFault({ delayMs, answer, drop, creationFails }: InjectedFault): string | undefined {
  const effects = [
    ...(delayMs > 0 ? [`latency ${Math.round(delayMs)} ms`] : []),
    ...(drop === undefined ? [] : [`drop ${drop}`]),
    ...(answer === undefined ? [] : [`status ${answer.status}`]),
    ...(creationFails === undefined ? [] : [`creation fails with ${creationFails}`]),
  ];
  return effects.length === 0 ? undefined : effects.join(', ');
}
