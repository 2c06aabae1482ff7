import { laterRules, type LaterState } from '../generated/rules-by-operation.js';
import { VpcepValidationError } from '../errors/vpcep-error.js';
import { checkKind } from '../given/known-options.js';

/** By which rules arguments are checked. */
export interface CheckOptions {
  /**
   * The state of the API: its rules of a month where later releases contradict tables 1 to 7 of the reference. As of
   * `2026-08` a resource may have 20 tags with longer keys and values, for example.
   *
   * @default the tables
   */
  readonly asOf?: LaterState | undefined;
}

/**
 * The state that is asked for; undefined for the tables.
 *
 * @throws VpcepValidationError when there is no such state.
 */
export function stateOf(options: CheckOptions): LaterState | undefined {
  checkKind('options', options, 'Object');
  const { asOf } = options;
  if (asOf === undefined || Object.hasOwn(laterRules, asOf)) return asOf;
  throw new VpcepValidationError('asOf', `must be ${Object.keys(laterRules).join(' or ')}, or left out`);
}
