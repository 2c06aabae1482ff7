import { documentHash } from '@vpcep/openapi';
import { document } from '@vpcep/openapi/documents';
import type { Document } from '@vpcep/openapi/reader';

/** The states of the API after the one that the document is of by default. */
export const laterStates: readonly string[] = [];

/** The document of a state of the API; by default of the first. */
export function documentAsOf(_state: string | undefined): Document {
  return document;
}

/** Which document it is, in words. */
export const nameOf = ({ info: { version } }: Document, state: string | undefined): string =>
  `${version}${state === undefined ? '' : ` as of ${state}`} (${documentHash.slice(0, 12)})`;
