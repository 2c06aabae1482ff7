import type { IHttpOperation } from '@stoplight/types';
import { predicateOf } from '@vpcep/rules';
import type { JSONSchema7 } from 'json-schema';
import type { Answer } from '../answer.js';
import { readDiagnostic } from './diagnostics.js';
import type { Diagnostic, Validation } from './validation.js';
import { describeViolations } from './violations.js';

/** What of an answer's status and body the document does not allow. */
export function answerDiagnostics(
  { firstViolation }: Pick<Validation, 'firstViolation'>,
  operation: IHttpOperation,
  { status, body }: Answer,
): Diagnostic[] {
  const response = documentedResponse(operation, status);
  if (response === undefined) return [{ message: `status ${status} is not documented` }];
  const schema = response.contents?.[0]?.schema;
  if (schema !== undefined) return firstViolation(schema, body, ['body']);
  return body === undefined ? [] : [{ message: `status ${status} has no body` }];
}

/** What is wrong with an answer, in one line. */
export function describeAnswer(
  operation: IHttpOperation,
  { status }: Pick<Answer, 'status'>,
  diagnostics: readonly Diagnostic[],
): string {
  const body = documentedResponse(operation, status)?.contents?.[0]?.schema ?? {};
  const root: JSONSchema7 = { properties: { body } };
  return describeViolations(
    diagnostics.map((each) => {
      const { path, finding, text } = readDiagnostic(each, root);
      return { path, text: finding === undefined ? text : predicateOf(finding).en };
    }),
  );
}

function documentedResponse({ responses }: IHttpOperation, status: number) {
  const documented = (code: string) => responses.find((response) => response.code === code);
  return documented(String(status)) ?? documented(`${String(status).charAt(0)}XX`) ?? documented('default');
}
