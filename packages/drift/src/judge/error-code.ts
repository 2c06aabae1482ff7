import { codeAliases, errors } from '@vpcep/openapi/documents';
import type { NewFinding } from './finding.js';

const known = new Set(errors.map(({ code }) => code));

/** The form of a code of this API, which holds nothing personal. */
const form = /^[A-Za-z]+\.\d{4}$/;

/** The code of a failed call, where it has the form of one and the error catalogue does not have it. */
export function errorCodeFindings(status: number, body: unknown): NewFinding[] {
  if (status < 400 || typeof body !== 'object' || body === null || !('error_code' in body)) return [];
  const { error_code: code } = body;
  if (typeof code !== 'string' || !form.test(code)) return [];
  const [service = '', number = ''] = code.split('.');
  if (known.has(code) || known.has(`${codeAliases[service] ?? service}.${number}`)) return [];
  return [
    { kind: 'value', place: 'body.error_code', document: 'no such code in the error catalogue', example: `"${code}"` },
  ];
}
