import { codeOf, type Redact } from '../errors/redact.js';
import { isRecord, isText, parseJson } from './json.js';

/** Why no answer arrived. */
export interface ConnectionFailure {
  message: string;
  /** The code of the system or of the platform. */
  code: string | undefined;
  host?: string;
  port?: number;
  /** Whether no connection came about, so that nothing was sent. */
  isUnsent: boolean;
  /** What the platform threw, without secrets. */
  cause?: Error;
}

/** What the body of an error response says. */
export interface Refusal {
  code: string | undefined;
  message: string;
  /** The ID of the request, which the gateway repeats in its bodies. */
  requestId: string | undefined;
}

/** Makes out what went wrong. */
export interface Explain {
  /** What the platform's `fetch` means by what it throws. */
  connection: (thrown: unknown, url: string, redact: Redact) => ConnectionFailure;
  /** What an answer with another status than 2xx says. */
  refusal: (response: Response, text: string, redact: Redact) => Refusal;
}

/** Codes of systems and platforms when no connection came about, or a certificate was refused, and never later. */
export const unsent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$|CERT|SELF_SIGNED|UNABLE_TO|WRONG_VERSION/;

/**
 * Repeats what the platform says, and reads the documented forms of bodies: `{ error_code, error_msg }` and
 * `{ error: { code, message } }`.
 */
export const explainBriefly: Explain = {
  connection(thrown, _, redact) {
    let code: string | undefined;
    let what = thrown;
    for (let error = thrown, depth = 0; error instanceof Error && depth < 9; error = error.cause, depth++) {
      code = codeOf(error) ?? code;
      what = error.message;
    }
    return { message: `no answer arrived: ${redact(String(what))}`, code, isUnsent: unsent.test(code ?? '') };
  },
  refusal(_, text, redact) {
    const body = parseJson(text);
    const { error, request_id, error_code, error_msg } = isRecord(body) ? body : {};
    const { code, message } = isRecord(error) ? error : { code: error_code, message: error_msg };
    const textOf = (value: unknown) => (isText(value) ? redact(String(value)) : undefined);
    return {
      code: textOf(code),
      message: (isText(code) ? textOf(message) : 'the answer did not come from the API') ?? 'no message',
      requestId: textOf(request_id),
    };
  },
};
