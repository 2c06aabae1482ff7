import { base64, bytesOfHex, textOfUtf8 } from '../platform/bytes.js';
import { hmacSha256, sha256 } from '../platform/platform.js';
import { readTarget } from '../request/target.js';
import type { KnownAccessKey } from './credentials.js';
import {
  type CanonicalRequest,
  escape,
  headerLines,
  parametersOf,
  type Received,
  signatureOf,
  splitTarget,
  stringToSign,
  textOf,
  unsignedPayload,
} from './canonical-request.js';

/** A well-known way to get one part of a canonical request wrong. */
interface Mistake {
  readonly part: keyof CanonicalRequest;
  readonly value: string;
  /** What was done, after "The signature matches if". */
  readonly saying: string;
  readonly remedy: string;
}

/** A request whose signature is wrong, and what the mock made of it. */
export interface WronglySigned {
  readonly request: Received;
  readonly canonical: CanonicalRequest;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly sdkDate: string;
  readonly key: KnownAccessKey;
  readonly otherKeys: readonly KnownAccessKey[];
}

function pathMistakes(request: Received, { path }: CanonicalRequest): Mistake[] {
  const sent = splitTarget(request.target).path;
  const mistake = (value: string, saying: string, remedy: string): Mistake => ({ part: 'path', value, saying, remedy });
  const twice = sent.split('/').map(escape).join('/');
  const unescaped = path.split('/').map(decodeURIComponent).join('/');
  const escaping = 'escape each segment once, all but A-Z a-z 0-9 - _ . ~';
  const { prefix } = readTarget(request.target);
  return [
    mistake(path.slice(prefix.length), 'the path begins after that of the world', 'sign the whole path of the URL'),
    mistake(path.slice(0, -1), 'the path has no slash at its end', 'add it, in the canonical request only'),
    mistake(unescaped, 'the path is not escaped', escaping),
    mistake(
      unescaped.slice(0, -1),
      'the path is not escaped and has no slash at its end',
      `${escaping}; end in a slash`,
    ),
    mistake(sent, 'the path is the one of the URL, unchanged', `${escaping}; end in a slash`),
    mistake(`${sent}/`, 'the path is escaped as in the URL', escaping),
    mistake(twice.endsWith('/') ? twice : `${twice}/`, 'the path is escaped twice', escaping),
  ];
}

function queryMistakes(request: Received, canonical: CanonicalRequest): Mistake[] {
  const { query } = splitTarget(request.target);
  const mistake = (value: string, saying: string, remedy: string): Mistake => ({
    part: 'query',
    value,
    saying,
    remedy,
  });
  const write = (parameters: [string, string][], form: (text: string) => string) =>
    parameters.map(([name, value]) => `${form(name)}=${form(value)}`).join('&');
  const parameters = parametersOf(query);
  const unsorted = query.split('&').flatMap((parameter) => parametersOf(parameter));
  const sorted = 'sort the parameters by name, then by value';
  const escaping = 'escape names and values, all but A-Z a-z 0-9 - _ . ~';
  return [
    mistake('', 'the query is left out', 'put it on its own line, after the path'),
    mistake(write(unsorted, escape), 'the query is not sorted', sorted),
    mistake(query, 'the query is the one of the URL, unchanged', `${sorted}; ${escaping}`),
    mistake(`?${canonical.query}`, 'the query begins with a question mark', 'leave it out'),
    mistake(
      write(parameters, (text) => text),
      'the query is not escaped',
      escaping,
    ),
    mistake(canonical.query.replaceAll('%20', '+'), 'spaces in the query are written as +', 'write them as %20'),
    mistake(
      canonical.query.replaceAll('%20', '%2B'),
      'a plus sign in the URL means itself',
      'send it as %2B, since + in a URL is a space',
    ),
    mistake(canonical.query.replaceAll('%2F', '/'), 'slashes in the query are not escaped', 'write them as %2F'),
    mistake(write(parameters, encodeURIComponent), "! ' ( ) * in the query are not escaped", 'escape them too'),
    mistake(
      canonical.query.replace(/%../g, (code) => code.toLowerCase()),
      'escapes in the query are in lower case',
      'write them in upper case',
    ),
    mistake(canonical.query.replace(/=(?=&|$)/g, ''), 'empty values in the query have no equals sign', 'keep it'),
  ];
}

function headerMistakes({ request, canonical, signedHeaders }: WronglySigned): Mistake[] {
  const mistake = (value: string, saying: string, remedy: string): Mistake => ({
    part: 'headers',
    value,
    saying,
    remedy,
  });
  const names = canonical.signedHeaders.split(';');
  const withHeader = (name: string, value: string) =>
    headerLines({ ...request, headers: { ...request.headers, [name]: value } }, names);
  const host = request.headers['host'] ?? '';
  const hostname = host.replace(/:\d+$/, '');
  const types = ['application/json', 'application/json;charset=UTF-8', 'application/json; charset=utf-8', ''];
  return [
    mistake(withHeader('host', hostname), 'the host has no port', `sign the Host header as it is sent, ${host}`),
    ...[80, 443].map((port) =>
      mistake(
        withHeader('host', `${hostname}:${port}`),
        `the host has the port ${port}`,
        `sign the Host header as it is sent, ${host}`,
      ),
    ),
    ...types.map((type) =>
      mistake(
        withHeader('content-type', type),
        type === '' ? 'Content-Type has no value' : `Content-Type is ${type}`,
        'sign the Content-Type that is sent; an HTTP library may have added or changed it',
      ),
    ),
    mistake(
      headerLines(
        request,
        names.map((name) => request.headerNames[name] ?? name),
      ),
      'names of headers have capital letters',
      'write them in lower case',
    ),
    mistake(headerLines(request, signedHeaders), 'headers are in the order of SignedHeaders', 'sort them by name'),
    mistake(
      canonical.headers.replace(/^([^:]+):/gm, '$1: '),
      'there is a space after the colon of a header',
      'leave it out',
    ),
    mistake(
      canonical.headers.replace(/ {2,}/g, ' '),
      'several spaces in the value of a header became one',
      'only trim values',
    ),
    mistake(
      canonical.headers.trimEnd(),
      'there is no empty line after the headers',
      'end each header with a newline, and join the parts with newlines',
    ),
  ];
}

function payloadMistakes(request: Received): Mistake[] {
  const mistake = (value: string, saying: string): Mistake => ({
    part: 'payloadHash',
    value,
    saying,
    remedy: 'hash the bytes of the body that are sent, as lower-case hexadecimal',
  });
  const text = textOfUtf8(request.body);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // There are no other ways to write what is not JSON.
  }
  const written =
    json === undefined ? [] : [JSON.stringify(json), JSON.stringify(json, null, 2), JSON.stringify(json, null, 4)];
  return [
    mistake(sha256(''), 'the body is empty'),
    ...written.map((body) => mistake(sha256(body), 'the body is the same JSON, written another way')),
    mistake(sha256(`${text}\n`), 'the body has one more newline at its end'),
    mistake(sha256(text.trimEnd()), 'the body has no newline at its end'),
    mistake(sha256('{}'), 'the body is {}'),
    mistake(sha256('null'), 'the body is null'),
    mistake(sha256(request.body).toUpperCase(), 'the hash of the body is in upper case'),
    mistake(
      unsignedPayload,
      `the hash of the body is ${unsignedPayload}, with no header X-Sdk-Content-Sha256 that says so`,
    ),
    mistake(
      request.headers['x-sdk-content-sha256'] ?? '',
      'the hash of the body is that of X-Sdk-Content-Sha256, which is not the hash of this body',
    ),
    mistake('', 'there is no hash of the body'),
  ];
}

function mistakesOf(wrong: WronglySigned): Mistake[] {
  const { request, canonical, signedHeaders } = wrong;
  return [
    {
      part: 'method',
      value: canonical.method.toLowerCase(),
      saying: 'the method is in lower case',
      remedy: 'write it in upper case',
    } as const,
    ...['GET', 'POST', 'PUT', 'DELETE'].map((value): Mistake => ({
      part: 'method',
      value,
      saying: `the method is ${value}`,
      remedy: `sign the method that is sent`,
    })),
    ...pathMistakes(request, canonical),
    ...queryMistakes(request, canonical),
    ...headerMistakes(wrong),
    {
      part: 'signedHeaders',
      value: signedHeaders.join(';'),
      saying: 'the names of signed headers are as in SignedHeaders',
      remedy: 'write them in lower case, and sort them',
    } as const,
    ...payloadMistakes(request),
  ].filter(({ part, value }) => value !== canonical[part]);
}

/** Mistakes with the key and in what is done with a right canonical request. */
function otherMistakes({ canonical, signature, sdkDate, key, otherKeys }: WronglySigned): string | undefined {
  const toSign = stringToSign(canonical, sdkDate);
  const secret = key.secretAccessKey;
  const right = signatureOf(toSign, secret);
  if (signature.toLowerCase() === right) return 'it is written in lower case: write it so.';
  if (signature === base64(bytesOfHex(right))) {
    return 'it is written as hexadecimal digits, not in base64: write it so.';
  }
  const secrets: [string, string][] = [
    ...['\n', '\r\n', ' '].map((space): [string, string] => [
      secret + space,
      'the secret has white space at its end: trim it.',
    ]),
    [` ${secret}`, 'the secret has white space at its beginning: trim it.'],
    [secret.trim(), 'the secret is trimmed, and the known one is not: trim the known one.'],
    [key.accessKeyId, 'the access key ID is the secret: sign with the secret access key.'],
    [`SDK${secret}`, 'the secret begins with SDK, as if for a derived key: sign with the secret access key itself.'],
    ...otherKeys.map((other): [string, string] => [
      other.secretAccessKey,
      `it is made with the secret of ${other.accessKeyId}: send that access key ID, or sign with the secret of ${key.accessKeyId}.`,
    ]),
  ];
  const texts: [string, string][] = [
    [textOf(canonical), 'the canonical request itself is signed: sign the string to sign, which holds its hash.'],
    [toSign.replaceAll('\n', '\r\n'), 'lines of the string to sign end in CR LF: end them in LF.'],
    [`${toSign}\n`, 'the string to sign ends in a newline: leave it out.'],
    [
      `SDK-HMAC-SHA256\n${isoOf(sdkDate)}\n${sha256(textOf(canonical))}`,
      'the date in the string to sign is in another form: write it as in X-Sdk-Date.',
    ],
    [
      `SDK-HMAC-SHA256\n${sdkDate}\n${sha256(textOf(canonical)).toUpperCase()}`,
      'the hash of the canonical request is in upper case: write it in lower case.',
    ],
    [
      `SDK-HMAC-SHA256\n${sdkDate}\n${sha256(textOf(canonical).replaceAll('\n', '\r\n'))}`,
      'lines of the canonical request end in CR LF: end them in LF.',
    ],
    [
      `SDK-HMAC-SHA256\n${sdkDate}\n${sha256(`${textOf(canonical)}\n`)}`,
      'the canonical request ends in a newline: leave it out.',
    ],
  ];
  return (
    secrets.find(([other]) => other !== secret && signatureOf(toSign, other) === signature)?.[1] ??
    texts.find(([text]) => signatureOf(text, secret) === signature)?.[1] ??
    (hmacSha256(toSign, secret) === signature
      ? 'secret and string to sign are swapped: the secret is the key of the HMAC.'
      : undefined)
  );
}

const isoOf = (sdkDate: string) => sdkDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');

/** Looks for well-known mistakes, one or two at a time, with which a wrong signature would be right, and says which. */
export function explainSignature(wrong: WronglySigned): string | undefined {
  const other = otherMistakes(wrong);
  if (other !== undefined) return `The signature matches if ${other}`;
  const { canonical, signature, sdkDate, key } = wrong;
  const matches = (made: readonly Mistake[]) => {
    const changed = { ...canonical, ...Object.fromEntries(made.map(({ part, value }) => [part, value])) };
    return signatureOf(stringToSign(changed, sdkDate), key.secretAccessKey) === signature;
  };
  const mistakes = mistakesOf(wrong);
  const pairs = mistakes.flatMap((first, index) =>
    mistakes.slice(index + 1).flatMap((second) => (first.part === second.part ? [] : [[first, second]])),
  );
  const made = [...mistakes.map((mistake) => [mistake]), ...pairs].find(matches);
  return (
    made &&
    `The signature matches if ${made.map(({ saying }) => saying).join(' and ')}: ${made.map(({ remedy }) => remedy).join('; ')}.`
  );
}
