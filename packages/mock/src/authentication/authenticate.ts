import type { IHttpOperation } from '@stoplight/types';
import { type Answer, errorAnswer, messageOf } from '../answer.js';
import { errorCatalogue, gatewayCodeOfKind } from '../generated/error-catalogue.js';
import { type Clock, timestamp } from '../clock.js';
import type { ReceivedRequest } from '../request/received-request.js';
import { withoutUserinfo } from '../log/shown-target.js';
import { parts, type Received } from './canonical-request.js';
import { checkCredentials, demoCredentials, type KnownCredentials, type KnownUser } from './credentials.js';
import { createIssuedTokens, digestOf, type NewToken, type TokenTimes } from './issued-tokens.js';
import { equal, type CredentialsProblem, shownPart, verifySignature } from './verify-signature.js';

/** Whether credentials are verified: any will do, or only those that are known. */
export type AuthMode = 'any' | 'strict';

/** A part of a canonical request as the mock computed it, and what to look at in it. */
export interface CanonicalPart {
  part: 'method' | 'path' | 'query' | 'headers' | 'signedHeaders' | 'payloadHash';
  /** Its lines. Security tokens, and headers that are called like credentials, are hidden. */
  lines: string[];
  check: string;
}

/** A request whose credentials were refused. No secret and no token is shown. */
export interface RefusedCredentials {
  /** When, by the clock of the machine, as the API writes times. */
  time: string;
  /** Which operation it was for, by its `operationId`, or the name that IAM's reference has for it. */
  operation: string;
  method: string;
  /** Path and query, as they were sent, but for name and password of a whole URL. */
  target: string;
  /** What was answered, as `error_msg`. */
  answered: string;
  /** What is wrong, as far as the mock can tell, and what to do. */
  findings: string[];
  /** What the mock computed; there is none when the request was refused before. */
  canonicalRequest?: CanonicalPart[];
  /** The lines of the text that is signed. */
  stringToSign?: string[];
}

/** What became of credentials. */
export interface AuthReport {
  mode: AuthMode;
  /** The IDs of the access keys that are known. */
  accessKeyIds: string[];
  /** The last 20 requests that were refused, the newest first. */
  refused: RefusedCredentials[];
}

/** The gate that requests have to pass. */
export interface Authentication {
  /** The answer to a request whose credentials are refused; `undefined` lets it in. */
  authenticate(request: ReceivedRequest, body: Uint8Array, operation: IHttpOperation): Answer | undefined;
  /** The same for an operation that is never open, by its name. */
  authenticateFor(name: string, request: ReceivedRequest, body: Uint8Array): Answer | undefined;
  /** The digest of the issued token that a request depends on; undefined when it depends on none. */
  issuedTokenOf(request: Pick<ReceivedRequest, 'headers'>): string | undefined;
  /** Whether an issued token is valid at present, by its digest. */
  isValid(digest: string): boolean;
  /** A token for a user, when the password is right; with `any`, every one is. It is valid once it is admitted. */
  createToken(user: KnownUser): NewToken | undefined;
  /** Has a token be valid from now on, by its digest. */
  admitToken(digest: string): TokenTimes;
  /** The digests of the tokens that were issued, with the times when they expire. */
  readonly issuedTokens: () => [digest: string, expiresAt: number][];
  /** Knows these issued tokens, instead of those that are known. */
  readonly resumeTokens: (tokens: readonly (readonly [digest: string, expiresAt: number])[]) => void;
  report(): AuthReport;
  /** Forgets what was refused, and the tokens that were issued. */
  reset(): void;
  /** Takes the known secrets and tokens out of a text. */
  readonly conceal: (text: string) => string;
}

const maxReported = 20;

const checks = {
  method: 'in upper case, as it was sent',
  path: 'escaped segment by segment, and ends in a slash even where the URL does not',
  query: 'sorted by name, then by value; escaped, a space as %20; an empty value keeps its =',
  headers: 'names in lower case, sorted; values trimmed; Host with its port; one empty line follows',
  signedHeaders: 'the same names in the same order, joined by semicolons',
  payloadHash: 'SHA-256 of the bytes of the body, in lower-case hexadecimal; of no bytes when there is no body',
};

/**
 * Makes the gate.
 *
 * @param clock - what tells when the tokens that it issues have expired.
 * @throws MockStartError when the known credentials are not valid.
 */
export function createAuthentication(auth: AuthMode | KnownCredentials, clock: () => Clock): Authentication {
  const known: KnownCredentials =
    auth === 'any' ? {} : auth === 'strict' ? demoCredentials : structuredClone(checkCredentials(auth, 'auth'));
  const { accessKeys = [], tokens = [], users = [] } = known;
  const issued = createIssuedTokens();
  const secrets = [
    ...accessKeys.flatMap((key) => [key.secretAccessKey, key.securityToken ?? []].flat()),
    ...tokens,
    ...users.map(({ password }) => password),
  ];
  const hidden = [...new Set(secrets.flatMap((secret) => [secret, escaped(secret)]))];
  // The longest first, since one may be a part of another.
  hidden.sort((a, b) => b.length - a.length);
  const conceal = (text: string) =>
    hidden.reduce((shown, secret) => shown.replaceAll(secret, '***'), issued.conceal(text));
  let refused: RefusedCredentials[] = [];

  /** All are compared, so that how long it takes says nothing. */
  const isGiven = (token: string) => tokens.filter((one) => equal(one, token)).length > 0;
  const isAhead = (expiry: number | undefined) => expiry !== undefined && clock().now() < expiry;

  /** Like the gateway, looks at a token only when there is no signature. */
  function verify(received: Received): CredentialsProblem | undefined {
    const { authorization, 'x-auth-token': token } = received.headers;
    if (authorization !== undefined) return verifySignature(received, accessKeys, Date.now());
    if (token === undefined) {
      return { gatewaySays: 'x-auth-token not found', findings: ['Send X-Auth-Token, or sign the request.'] };
    }
    if (isGiven(token)) return undefined;
    const expiry = issued.expiryOf(digestOf(token));
    if (isAhead(expiry)) return undefined;
    if (expiry !== undefined) {
      const expiresAt = timestamp(expiry);
      return {
        gatewaySays: `token expires, expires_at: ${expiresAt}`,
        findings: [`The token has expired at ${expiresAt} by the clock of the mock; get a new one.`],
      };
    }
    return {
      gatewaySays: 'decrypt token fail',
      findings: [`X-Auth-Token is not a known token; ${tokens.length} are known.`],
    };
  }

  function authenticateFor(name: string, request: ReceivedRequest, body: Uint8Array): Answer | undefined {
    if (auth === 'any') return undefined;
    const received = receivedOf(request, body);
    const problem = verify(received);
    if (problem === undefined) return undefined;
    const code = gatewayCodeOfKind.authentication;
    // The gateway goes on where the catalogue ends the sentence.
    const message = conceal(`${messageOf(code).replace(/\.$/, ':')} ${problem.gatewaySays}`);
    const record = concealed(describe(received, name, message, problem), conceal);
    refused = [record, ...refused].slice(0, maxReported);
    return { ...errorAnswer(errorCatalogue[code].status, code, message), explanation: explain(record) };
  }

  return {
    authenticate: (request, body, operation) =>
      isOpen(operation) ? undefined : authenticateFor(operation.iid ?? '', request, body),
    authenticateFor,
    issuedTokenOf({ headers: { authorization, 'x-auth-token': token } }) {
      if (auth === 'any' || authorization !== undefined || token === undefined || isGiven(token)) return undefined;
      return digestOf(token);
    },
    isValid: (digest) => isAhead(issued.expiryOf(digest)),
    createToken({ domain, name, password }) {
      const isKnown = users.some(
        (user) => user.domain === domain && user.name === name && equal(user.password, password),
      );
      return auth === 'any' || isKnown ? issued.create() : undefined;
    },
    admitToken: (digest) => issued.admit(digest, clock().now()),
    issuedTokens: () => issued.all(),
    resumeTokens: (given) => {
      issued.resume(given);
    },
    report: () => ({
      mode: auth === 'any' ? 'any' : 'strict',
      accessKeyIds: accessKeys.map((key) => key.accessKeyId),
      refused: structuredClone(refused),
    }),
    reset() {
      refused = [];
      issued.forget();
    },
    conceal,
  };
}

/** A text as it stands in URLs, which know no halves of characters. */
const escaped = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));

/** Whether an operation may be called without credentials; then those that are sent do not matter either. */
const isOpen = ({ security = [] }: IHttpOperation) =>
  security.length === 0 || security.some((schemes) => schemes.length === 0);

const receivedOf = ({ method, target, headers, headerNames }: ReceivedRequest, body: Uint8Array): Received => ({
  method,
  target,
  headers,
  headerNames: Object.fromEntries(headerNames().map((name) => [name.toLowerCase(), name])),
  body,
});

function describe(
  { method, target }: Received,
  operation: string,
  answered: string,
  { findings, canonical, toSign }: CredentialsProblem,
): RefusedCredentials {
  return {
    time: timestamp(Date.now()),
    operation,
    method,
    target,
    answered,
    findings,
    ...(canonical && {
      canonicalRequest: parts.map((part) => ({
        part,
        lines: shownPart(canonical, part).split('\n'),
        check: checks[part],
      })),
    }),
    ...(toSign === undefined ? {} : { stringToSign: toSign.split('\n') }),
  };
}

/** A record without known secrets, wherever a client put them. */
function concealed(record: RefusedCredentials, conceal: (text: string) => string): RefusedCredentials {
  const lines = (texts: readonly string[]) => texts.map(conceal);
  const { canonicalRequest, stringToSign } = record;
  return {
    ...record,
    target: withoutUserinfo(conceal(record.target)),
    findings: lines(record.findings),
    ...(canonicalRequest && {
      canonicalRequest: canonicalRequest.map((part) => ({ ...part, lines: lines(part.lines) })),
    }),
    ...(stringToSign && { stringToSign: lines(stringToSign) }),
  };
}

/** Refused credentials in lines for the log. */
function explain({ findings, canonicalRequest = [], stringToSign = [] }: RefusedCredentials): string[] {
  return [
    ...findings,
    ...(canonicalRequest.length > 0 ? ['canonical request, and what to compare:'] : []),
    ...canonicalRequest.flatMap(({ part, lines, check }) => [
      ...lines.map((line) => `| ${line}`),
      `    ${part}: ${check}`,
    ]),
    ...(stringToSign.length > 0 ? ['string to sign:'] : []),
    ...stringToSign.map((line) => `| ${line}`),
  ];
}
