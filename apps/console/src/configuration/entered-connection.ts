import * as v from 'valibot';
import { laterStates } from '../generated/document-values.js';
import { readRemembered, remember } from '../remembered/remembered.js';

const connectionSchema = v.object({
  baseUrl: v.string(),
  token: v.string(),
  /** The state of the API; tables 1 to 7 when it is left out. */
  asOf: v.optional(v.picklist(laterStates)),
});

/** Where the API is, its state, and the token for it. These stay together, so that a token goes to no other address. */
export type EnteredConnection = v.InferOutput<typeof connectionSchema>;

const key = 'connection';

/** What was entered in this tab; undefined when nothing was. The browser forgets it with the tab. */
export const readEnteredConnection = (): EnteredConnection | undefined => readRemembered(key, connectionSchema, 'tab');

export function keepEnteredConnection(connection: EnteredConnection | undefined): void {
  remember(key, connection, 'tab');
}
