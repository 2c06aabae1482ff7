import { type ErrorCode, messageOf } from './answer.js';
import type { Failure } from './store/records.js';

/** Why a resource failed, by a code of the catalogue. */
export const failures = (code: ErrorCode): Failure[] => [{ error_code: code, error_message: messageOf(code) }];
