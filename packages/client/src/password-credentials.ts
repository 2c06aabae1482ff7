import type { TokenCredentials } from './authentication/credentials.js';
import { attemptKinds, attemptLimits } from './call/call-options.js';
import { tryOnce } from './call/attempt.js';
import { explainBriefly } from './call/explain-briefly.js';
import { isRecord, parseJson } from './call/json.js';
import { runCall } from './call/run-call.js';
import type { PlatformFetch } from './call/fetch.js';
import { createTransport, type CommonOptions } from './call/transport.js';
import { redactedCause, type Redact } from './errors/redact.js';
import { VpcepError, VpcepValidationError } from './errors/vpcep-error.js';
import { checkKind, checkKnown, type Kinds } from './given/known-options.js';
import { iamBaseUrl } from './url/iam-url.js';

/** Options of {@link passwordCredentials}. Those of calls are about the requests for tokens. */
export interface PasswordOptions extends CommonOptions {
  /** Name of the account. */
  domain: string;
  /** Name of the user. */
  user: string;
  /** Password of the user. It is sent to IAM alone, and no error holds it. */
  password: string;
  /** ID of the region. Tokens are for its project, unless `projectId` is given. */
  region?: string | undefined;
  /**
   * ID of the project that tokens are for.
   *
   * @default the region's own project
   */
  projectId?: string | undefined;
  /**
   * Where Identity and Access Management (IAM) is asked for tokens.
   *
   * @default the region's host, such as https://iam.cn-north-4.myhuaweicloud.com
   */
  iamUrl?: string | undefined;
}

/**
 * Tokens of Identity and Access Management (IAM) for a user's name and password. The client asks for one when it makes its
 * first call, and for the next a minute before that expires, which is after 24 hours, or when it is refused. Runs wherever
 * there is `fetch`; for a web page, something has to let it read the header `X-Subject-Token` of IAM's answer.
 *
 * The request is IAM's `POST /v3/auth/tokens` (KeystoneCreateUserTokenByPassword). It is tried again as calls are.
 *
 * @returns a function for `credentials`. It rejects with a VpcepAuthenticationError when IAM refuses the password, and with
 * what else calls reject with.
 * @throws VpcepValidationError when an option is missing, unknown, or breaks its rule.
 */
export function passwordCredentials(options: PasswordOptions): () => Promise<TokenCredentials> {
  const kinds: Kinds & Record<keyof PasswordOptions, string> = {
    ...attemptKinds,
    domain: 'string',
    user: 'string',
    password: 'string',
    region: 'string',
    projectId: 'string',
    iamUrl: '',
    fetch: 'function',
    headers: '',
    hooks: 'Object',
    errorCatalogue: 'Map',
  };
  checkKind('options', options, 'Object');
  checkKnown(options, kinds);
  const { domain, user, password, region, projectId, iamUrl } = options;
  for (const [field, value] of Object.entries({ domain, user, password })) {
    if (!value) throw new VpcepValidationError(field, 'must be a non-empty string');
  }
  if (!projectId && !region) throw new VpcepValidationError('projectId', 'must be given, or region');
  const url = `${iamBaseUrl(region, iamUrl)}/v3/auth/tokens?nocatalog=true`;
  const limits = attemptLimits(options);
  const body = JSON.stringify({
    auth: {
      identity: { methods: ['password'], password: { user: { domain: { name: domain }, name: user, password } } },
      scope: { project: projectId ? { id: projectId } : { name: region } },
    },
  });
  // What authenticates is in the body.
  const open = createTransport(options, () => Promise.resolve(() => undefined), explainBriefly, tryOnce);
  const transport = { ...open, fetch: secretive(open.fetch, password) };
  return async () => {
    const { data, response } = await runCall(transport, {
      operation: 'KeystoneCreateUserTokenByPassword',
      request: { method: 'POST', url, headers: { 'content-type': 'application/json' }, body },
      // One token more does no harm.
      repeatable: true,
      hasResult: true,
      limits,
    });
    const token = response.headers.get('X-Subject-Token');
    if (token === null) {
      throw new VpcepError('credentials: the answer of IAM has no X-Subject-Token, or none that may be read here');
    }
    const { expires_at } = ((data as { token?: unknown }).token ?? {}) as { expires_at?: string };
    return { token, expiresAt: expires_at };
  };
}

/** A `fetch` whose errors and answers do not repeat the password where errors show them. */
function secretive(fetch: PlatformFetch, password: string): PlatformFetch {
  const repeated = inJson(password);
  const redact: Redact = (text) => text.replace(repeated, '[secret]');
  return async (url, init) => {
    try {
      const response = await fetch(url, init);
      const { ok, status, headers } = response;
      // One that the platform keeps to itself, a redirect in browsers, has no status, and tells nothing.
      if (status === 0) return response;
      const text = await response.text();
      // What errors repeat is redacted, and not what is read: a short password may be a part of it.
      if (ok && isRecord(parseJson(text))) return new Response(text, { status, headers });
      const shown = [...headers].map(([name, value]): [string, string] => [name, redact(value)]);
      return new Response(redact(text) || null, { status, headers: shown });
    } catch (error) {
      throw redactedCause(error, redact);
    }
  };
}

/** Finds a text as it is, and as JSON writes it, and texts of JSON in JSON: with backslashes, or in hexadecimal. */
function inJson(text: string): RegExp {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'));
  return new RegExp(units.map((unit) => `\\\\{0,3}(?:\\u${unit}|u${unit})`).join(''), 'gi');
}
