import { sha256 } from '../platform/platform.js';
import { authorizationForm, readAuthorization } from './authorization.js';
import {
  canonicalRequest,
  type CanonicalRequest,
  parts,
  type Received,
  signatureOf,
  stringToSign,
} from './canonical-request.js';
import type { KnownAccessKey } from './credentials.js';
import { explainSignature } from './mistakes.js';
import { secretName } from './secret-name.js';

/** What is wrong with credentials. */
export interface CredentialsProblem {
  /** What the gateway says, after "Incorrect IAM authentication information: ". */
  readonly gatewaySays: string;
  /** What to do about it. */
  readonly findings: string[];
  readonly canonical?: CanonicalRequest;
  readonly toSign?: string;
}

/** How far the date of a signature may be off. */
const maxClockSkewMs = 15 * 60 * 1000;

const signatureFails = 'verify aksk signature fail';

/** Whether two texts are equal. How much of their hashes is, which the time may tell, says nothing of the texts. */
export const equal = (a: string, b: string): boolean => sha256(a) === sha256(b);

/**
 * Verifies the signature of a request.
 *
 * @param now The present, in milliseconds since 1970 in UTC.
 * @returns why it is refused, or undefined when it is right.
 */
export function verifySignature(
  request: Received,
  keys: readonly KnownAccessKey[],
  now: number,
): CredentialsProblem | undefined {
  const problemOf = (finding: string, gatewaySays = signatureFails): CredentialsProblem => ({
    gatewaySays,
    findings: [finding],
  });
  const authorization = readAuthorization(request.headers['authorization'] ?? '');
  if (authorization === undefined) return problemOf(`Authorization is not written as: ${authorizationForm}.`);
  const { accessKeyId, signedHeaders, signature } = authorization;

  const sdkDate = request.headers['x-sdk-date'];
  const date = sdkDate === undefined ? Number.NaN : readSdkDate(sdkDate);
  if (sdkDate === undefined || Number.isNaN(date)) {
    const problem = sdkDate === undefined ? 'is missing' : `is ${JSON.stringify(sdkDate)}`;
    return problemOf(`X-Sdk-Date ${problem}; send the time of signing in UTC, as 20260131T093000Z.`);
  }
  if (!signedHeaders.some((name) => name.toLowerCase() === 'x-sdk-date')) {
    return problemOf('SignedHeaders does not name x-sdk-date; sign that header, and name it.');
  }
  const key = keys.find((known) => known.accessKeyId === accessKeyId);
  if (key === undefined) {
    const ids = keys.map((known) => known.accessKeyId).join(', ') || 'none';
    return problemOf(`The access key ID is not known; known are: ${ids}.`, `ak ${accessKeyId} not exist`);
  }
  if (Math.abs(now - date) > maxClockSkewMs) {
    const minutes = Math.round(Math.abs(now - date) / 60_000);
    const direction = date < now ? 'behind' : 'ahead of';
    return problemOf(
      `X-Sdk-Date is ${minutes} minutes ${direction} the clock of the mock's machine, more than 15; set the client's clock, or correct the date by the header Date of this answer.`,
      'calc ak sk signature fail:signature expired',
    );
  }

  const canonical = canonicalRequest(request, signedHeaders);
  const toSign = stringToSign(canonical, sdkDate);
  const tokenFinding = securityTokenFinding(request.headers['x-security-token'], key);
  if (tokenFinding === undefined && equal(signature, signatureOf(toSign, key.secretAccessKey))) return undefined;

  const missing = signedHeaders
    .filter((name) => request.headers[name.toLowerCase()] === undefined)
    .map((name) => `SignedHeaders names ${name}, which did not arrive; send it, or do not sign it.`);
  const findings = [tokenFinding, ...missing].filter((finding) => finding !== undefined);
  if (findings.length === 0) {
    const otherKeys = keys.filter((other) => other !== key);
    findings.push(
      explainSignature({ request, canonical, signedHeaders, signature, sdkDate, key, otherKeys }) ??
        `No well-known mistake explains the signature. Compare the canonical request line by line with the client's; if both are the same, the secret access key is not the one of ${accessKeyId}.`,
    );
  }
  // The gateway writes the lines of the canonical request in one.
  const shown = parts
    .map((part) => shownPart(canonical, part))
    .join('\n')
    .replaceAll('\n', '|');
  return { gatewaySays: `${signatureFails}, canonicalRequest:${shown}`, findings, canonical, toSign };
}

/** A part of a canonical request, as it may be shown: without a security token, and other credentials. */
export const shownPart = (canonical: CanonicalRequest, part: keyof CanonicalRequest): string =>
  part === 'headers'
    ? canonical.headers.replace(/^([^:]+):.+$/gm, (line, name: string) =>
        secretName.test(name) ? `${name}:***` : line,
      )
    : canonical[part];

function securityTokenFinding(sent: string | undefined, { accessKeyId, securityToken }: KnownAccessKey) {
  if (securityToken === undefined) {
    return sent === undefined
      ? undefined
      : `${accessKeyId} is a permanent access key; leave out X-Security-Token, or sign with the temporary key that it belongs to.`;
  }
  if (sent === undefined)
    return `${accessKeyId} is a temporary access key; send its security token in X-Security-Token.`;
  return equal(sent, securityToken)
    ? undefined
    : `X-Security-Token is not the one of ${accessKeyId}; send the token that came with that key.`;
}

/** A time written as `20060102T150405Z`, in milliseconds since 1970; not a number when it is not written so. */
function readSdkDate(text: string): number {
  const [, ...fields] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  const [year, month, day, hour, minute, second] = fields;
  if (second === undefined) return Number.NaN;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
