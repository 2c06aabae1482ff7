import type { ErrorCode, Fault, FaultStep } from '@vpcep/mock';
import type { operationIds } from '../generated/document-values.js';

/** What one can let go wrong. */
export const faultKinds = ['slow', 'throttled', 'fails', 'dropped', 'creationFails', 'script'] as const;

export type FaultKind = (typeof faultKinds)[number];

/** What the form of the drawer holds. What is left empty does not matter. */
export interface FaultValues {
  kind: FaultKind;
  operation?: (typeof operationIds)[number];
  latency: number;
  retryAfter: number;
  code: ErrorCode;
  creationCode: ErrorCode;
  script: string;
  repeat: boolean;
  times?: number | null;
  project?: string;
  path?: Readonly<Record<string, string>>;
  header?: { readonly name?: string; readonly value?: string };
  nth?: string;
}

/**
 * The fault that a form describes.
 *
 * @param steps - what its script says.
 */
export function faultOf(values: FaultValues, steps: FaultStep[]): Fault {
  const { kind, operation, latency, retryAfter, code, creationCode, repeat, times, project, path, header, nth } =
    values;
  const effects: Readonly<Record<FaultKind, Fault>> = {
    slow: { latency: `${latency}ms` },
    throttled: { status: 429, retryAfter: `${retryAfter}s` },
    fails: { error: code },
    dropped: { drop: 'request' },
    creationFails: { creationFails: creationCode },
    script: { script: steps, ...(repeat ? { repeat } : {}) },
  };
  const places = Object.entries(path ?? {}).filter(([, value]) => value !== '');
  const calls = numbersIn(nth);
  return {
    ...effects[kind],
    ...(operation === undefined ? {} : { operation }),
    ...(project === undefined ? {} : { project }),
    ...(places.length === 0 ? {} : { path: Object.fromEntries(places) }),
    ...(header?.name ? { headers: { [header.name]: header.value ?? '' } } : {}),
    ...(calls.length === 0 ? {} : { nth: calls }),
    ...(typeof times === 'number' && calls.length === 0 ? { times } : {}),
  };
}

/** The numbers of calls in a text such as `1, 4`. */
const numbersIn = (text = ''): number[] => (text.match(/\d+/g) ?? []).map(Number);
