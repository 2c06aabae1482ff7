import type { IPrismDiagnostic } from '@stoplight/prism-core';
import { DiagnosticSeverity, type IHttpOperation } from '@stoplight/types';
import type { Answer } from '../answer.js';
import { firstViolation } from './schema-check.js';

/** What of an answer's status and body the document does not allow. Prism would take five times as long to say so. */
export function answerViolations({ responses }: IHttpOperation, { status, body }: Answer): IPrismDiagnostic[] {
  const documented = (code: string) => responses.find((response) => response.code === code);
  const response = documented(String(status)) ?? documented(`${String(status).charAt(0)}XX`) ?? documented('default');
  if (response === undefined) return [violation(`status ${status} is not documented`)];
  const schema = response.contents?.[0]?.schema;
  if (schema !== undefined) return firstViolation(schema, body, ['body']);
  return body === undefined ? [] : [violation(`status ${status} has no body`)];
}

const violation = (message: string): IPrismDiagnostic => ({ message, severity: DiagnosticSeverity.Error });
