import { documentHash } from '@vpcep/openapi';
import { document, documentsAsOf, laterStates, type LaterState } from '@vpcep/openapi/documents';
import type { Document } from '@vpcep/openapi/reader';
import { DriftError } from './drift-error.js';

/** A state of the API after the one that the document is of by default, by its name. */
export function laterState(name: string): LaterState {
  const state = laterStates.find((known) => known === name);
  if (state === undefined) throw new DriftError(`the state must be one of ${laterStates.join(', ')}, not "${name}"`);
  return state;
}

/** The document of a state of the API; by default of the first. */
export const documentAsOf = (state: LaterState | undefined): Document =>
  state === undefined ? document : documentsAsOf[state].en;

/** Which document it is, in words. */
export const nameOf = ({ info: { version } }: Document, state: LaterState | undefined): string =>
  `${version}${state === undefined ? '' : ` as of ${state}`} (${documentHash.slice(0, 12)})`;
