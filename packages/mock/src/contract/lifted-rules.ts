import type { IHttpOperation } from '@stoplight/types';
import type { Finding } from '@vpcep/rules';
import { dequal } from 'dequal/lite';
import type { JSONSchema7 } from 'json-schema';
import { plainOperation } from '../document/described-operation.js';
import { type LaterState, laterStates } from '../generated/document.js';
import { composeValidator } from '../validators/compose.js';
import { keeps } from '../validators/validator.js';
import { schemaAt } from './diagnostics.js';
import { argumentsSchema, type RequestArguments, requestContract } from './requests.js';

/** What an operation is sent in a later state of the API. */
export interface LaterRequest {
  readonly state: LaterState;
  readonly schema: JSONSchema7;
}

/** Finds what an operation, by its ID, is sent in the later states that have it otherwise. */
export type LaterRequests = (operation: string) => readonly LaterRequest[];

/** Reads the later states when something is refused for the first time, since most mocks refuse little. */
export function laterRequestsOf(readLater: (state: LaterState) => readonly IHttpOperation[]): LaterRequests {
  let read: Map<string, LaterRequest[]> | undefined;
  return (operation) => {
    if (read === undefined) {
      read = new Map();
      for (const state of laterStates) {
        for (const later of readLater(state)) {
          const request = { state, schema: argumentsSchema(requestContract(plainOperation(later))) };
          read.set(later.id, [...(read.get(later.id) ?? []), request]);
        }
      }
    }
    return read.get(operation) ?? [];
  };
}

/** Says of a broken rule which later state allows the value, in words to follow those about the rule; else nothing. */
export function liftedRule(
  { path, rule }: Pick<Finding, 'path' | 'rule'>,
  schema: JSONSchema7,
  later: readonly LaterRequest[],
  args: RequestArguments,
): string {
  for (const { state, schema: laterSchema } of later) {
    const [present, then] = [schema, laterSchema].map((root) => keywordOf(schemaAt(root, path), rule));
    if (dequal(present, then)) continue;
    if (then !== undefined && !keeps(composeValidator({ [rule]: then }), valueAt(args, path))) continue;
    return `; --as-of ${state} allows ${typeof then === 'number' ? then : 'it'}`;
  }
  return '';
}

const keywordOf = (schema: JSONSchema7, keyword: string): unknown => (schema as Record<string, unknown>)[keyword];

const valueAt = (args: RequestArguments, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (value, segment) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[segment] : undefined,
    args,
  );
