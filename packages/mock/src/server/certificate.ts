import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { MockStartError } from '../mock-start-error.js';

/** What HTTPS needs, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/**
 * Reads a certificate and its key; each is PEM, or the path of a file of it.
 *
 * @throws MockStartError when one of them is missing or not valid, or they do not belong together.
 */
export function readCertificate(cert: string | undefined, key: string | undefined): Certificate | undefined {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined) throw new MockStartError('key needs a certificate; give cert too');
  if (key === undefined) throw new MockStartError('cert needs its private key; give key too');
  const read = { cert: readPem('cert', cert), key: readPem('key', key) };
  check(`cert ${nameOf(cert)} is no certificate in PEM`, { cert: read.cert });
  check(`key ${nameOf(key)} is no private key in PEM without a passphrase`, { key: read.key });
  check(`key ${nameOf(key)} does not belong to cert ${nameOf(cert)}`, read);
  return read;
}

const isPem = (text: string) => text.includes('-----BEGIN ');

const nameOf = (given: string) => (isPem(given) ? '(as text)' : given);

function readPem(option: string, given: string): string {
  if (isPem(given)) return given;
  try {
    return readFileSync(given, 'utf8');
  } catch (error) {
    throw new MockStartError(`${option} ${given} cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

function check(problem: string, options: Partial<Certificate>): void {
  try {
    // Where one is empty, the context would be made without it.
    if (Object.values(options).includes('')) throw new Error('it is empty');
    createSecureContext(options);
  } catch (error) {
    throw new MockStartError(`${problem}: ${messageOf(error)}`, { cause: error });
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
