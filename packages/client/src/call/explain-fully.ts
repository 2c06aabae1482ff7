import { redactedCause } from '../errors/redact.js';
import { unsent, type Explain } from './explain-briefly.js';
import { isRecord, isText, parseJson } from './json.js';

/** What platforms write into codes and messages, and what it means. */
const meanings: [RegExp, string][] = [
  [/proxy/i, 'the proxy lets nothing through'],
  [/CERT|SELF_SIGNED|UNABLE_TO/i, 'TLS: the certificate is not accepted'],
  [/ENOTFOUND|EAI_|dns/i, 'DNS does not find the host'],
  [/refused/i, 'the connection was refused'],
  [/UNREACH|CONNECT_TIMEOUT/, 'the host cannot be reached'],
  [/EPROTO|TLS|SSL/i, 'TLS failed'],
  [/RESET|EPIPE|SOCKET|closed|terminated|hang up/i, 'the connection was reset'],
];

/**
 * What they write when nothing can have been sent, for a code and its message in each line. A create is then repeated, so
 * nothing counts that could as well be a part of an address.
 */
const unsentLine =
  /^\S* (connect E|bad port|Proxy response)|: (tcp connect|dns) error: |: invalid peer certificate: |^UND_ERR_(INVALID_ARG|NOT_SUPPORTED) /m;

/** The longest text of an answer that an error repeats, in characters. */
const longestText = 300;

/**
 * Names the host and what became of the connection to it, and reads bodies of any form: gateways and proxies write others
 * than those that are documented. What holds no code did not come from the API; its words are kept.
 */
export const explainFully: Explain = {
  connection(thrown, url, redact) {
    const { hostname, port, protocol } = new URL(url);
    let code: string | undefined;
    let where = { host: hostname, port: Number(port || (protocol === 'https:' ? 443 : 80)) };
    let message = String(thrown);
    let all = '';
    // Each error is the cause of the one before. The innermost names what it is about, which may be a proxy.
    for (let error = thrown, depth = 0; error instanceof Error && depth < 9; error = error.cause, depth++) {
      const own: Partial<Record<string, unknown>> = Object.fromEntries(Object.entries(error));
      if (typeof own['code'] === 'string') code = own['code'];
      if (typeof own['address'] === 'string' && typeof own['port'] === 'number')
        where = { host: own['address'], port: own['port'] };
      message = error.message || message;
      // Addresses may hold any of the words.
      all += `${code ?? ''} ${message.replace(/https?:[^\s)]*/g, '').replaceAll(hostname, '')}\n`;
    }
    const what = meanings.find(([pattern]) => pattern.test(all))?.[1] ?? redact(message);
    return {
      message: `no answer arrived from ${where.host}:${where.port}: ${what}${code ? ` (${code})` : ''}`,
      code,
      ...where,
      cause: redactedCause(thrown, redact),
      isUnsent: unsent.test(code ?? '') || unsentLine.test(all),
    };
  },

  refusal(response, text, redact) {
    const body = parseJson(text);
    const outer = isRecord(body) ? body : {};
    const told = isRecord(outer['error']) ? outer['error'] : outer;
    const find = (from: object, name: RegExp) => {
      const [, value] =
        Object.entries(from).find(([key, value]) => name.test(key) && isText(value) && value !== '') ?? [];
      return value === undefined ? undefined : shortened(redact(String(value)));
    };
    const code = find(told, /^(error_?)?code$/i);
    const said = find(told, /^(error_?)?(msg|message)$/i);
    let message = said ?? 'no message';
    if (code === undefined) {
      const type = text === '' ? 'empty' : (response.headers.get('Content-Type') ?? 'of no type');
      const words = said ?? shortened(withoutTags(redact(text)));
      message =
        // Browsers keep redirects to themselves, and give them the status 0.
        response.status < 400
          ? 'the answer is a redirect, which is not followed'
          : `the answer did not come from the API: its body is ${type}${words && `: ${words}`}`;
    }
    return { code, message, requestId: find(outer, /^request_?id$/i) };
  },
};

const shortened = (text: string) => (text.length > longestText ? `${text.slice(0, longestText)}…` : text);

/** The words of a page; only its beginning is looked at, for it may be of any size. */
const withoutTags = (text: string) =>
  text
    .slice(0, 20 * longestText)
    .replace(/<(style|script)\b[^]*?<\/\1>|<[^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
