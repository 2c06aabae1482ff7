import { type Answer, serviceError } from '../answer.js';
import { codeOfKind } from '../generated/error-catalogue.js';

/** An answer with its body as text. A state of millions of records may be longer than any string of JavaScript. */
export function written({ body, ...answer }: Answer): Omit<Answer, 'body'> & { text?: string } {
  if (body === undefined) return answer;
  try {
    return { ...answer, text: JSON.stringify(body) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const { headers, ...refusal } = serviceError(
      codeOfKind.system,
      `The answer is too long to be written: ${error.message}.`,
    );
    return { ...refusal, headers: { ...answer.headers, ...headers }, text: JSON.stringify(refusal.body) };
  }
}
