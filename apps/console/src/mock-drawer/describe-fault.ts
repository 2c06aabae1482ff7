import type { Fault, FaultEffect, FaultStep, Latency } from '@vpcep/mock';
import type { Texts } from '../language/texts/texts.js';

/** What goes wrong, with which calls, and when, in a line. */
export function describeFault(fault: Fault, texts: Texts): string {
  const { describe: words, everyOperation } = texts.faults;
  const { operation, method, project, path, query, headers, script, repeat, after, nth, times, rate } = fault;
  const named = Object.entries({ ...path, ...query, ...headers }).map(([name, value]) => `${name}: ${value}`);
  const whose = [
    ...(method === undefined ? [] : [method].flat()),
    ...(project === undefined ? [] : [words.project(project)]),
    ...named,
  ];
  const steps = script?.map((step) => describeStep(step, texts)).join(' → ');
  return [
    `${operation ?? everyOperation}${whose.length === 0 ? '' : ` (${whose.join(', ')})`}: ${steps ?? describeEffect(fault, texts)}`,
    ...(repeat === true ? [words.repeated] : []),
    ...(after === undefined ? [] : [words.after(after)]),
    ...(nth === undefined ? [] : [words.nth([nth].flat().join(', '))]),
    ...(times === undefined ? [] : [words.times(times)]),
    ...(rate === undefined ? [] : [words.rate(rate)]),
  ].join(', ');
}

function describeStep(step: FaultStep, texts: Texts): string {
  const { describe: words } = texts.faults;
  if (step === 'pass') return words.passes;
  return typeof step === 'number' ? String(step) : describeEffect(step, texts);
}

function describeEffect(
  { latency, status, error, retryAfter, drop, creationFails }: FaultEffect,
  texts: Texts,
): string {
  const { describe: words } = texts.faults;
  return [
    ...(latency === undefined ? [] : [words.slow(lengthOf(latency))]),
    ...(status === undefined && error === undefined
      ? []
      : [words.status(String(error ?? status), retryAfter === undefined ? undefined : String(retryAfter))]),
    ...(drop === undefined ? [] : [words.dropped]),
    ...(creationFails === undefined ? [] : [words.creationFails(creationFails)]),
  ].join(', ');
}

/** A length of time, or the two between which it varies. */
const lengthOf = (latency: Latency): string =>
  typeof latency === 'object' ? Object.values(latency).join('–') : String(latency);
