import { hashKey } from '@tanstack/react-query';
import type { UpdateEndpointServiceRequest } from '@vpcep/types';
import { isBlank, withoutBlanks } from '../forms/without-blanks.js';

/** What a form changes of a service. A text that was emptied is sent as such: left out, it would stay. */
export function changesOf(before: UpdateEndpointServiceRequest, after: UpdateEndpointServiceRequest): object {
  const changed = Object.entries(after).filter(
    ([name, value]) => !isEqual(value, Object.entries(before).find(([known]) => known === name)?.[1]),
  );
  const emptied = changed.flatMap(([name, value]): [string, unknown][] => {
    if (value === '') return [[name, value]];
    return Array.isArray(value) && isBlank(value) ? [[name, []]] : [];
  });
  return { ...withoutBlanks(Object.fromEntries(changed)), ...Object.fromEntries(emptied) };
}

/** The form gives the members of an object in the order of its fields, the API in its own: that is no change. */
const isEqual = (one: unknown, other: unknown): boolean => hashKey([one]) === hashKey([other]);
