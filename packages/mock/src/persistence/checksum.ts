import { hash } from 'node:crypto';

/** Sums stay below this, so that JavaScript counts them exactly. */
const modulus = 2 ** 48;

const digestOf = (key: string, text: string): number => parseInt(hash('sha1', `${key}\n${text}`).slice(0, 12), 16);

/**
 * A checksum over texts under keys, which follows changes at the cost of what has changed. A text that is lost, altered, or
 * there as it was before a later change makes it another.
 */
export class Checksum {
  readonly #digests = new Map<string, number>();
  #sum = 0;

  /** The keys that it covers. */
  keys(): Iterable<string> {
    return this.#digests.keys();
  }

  has(key: string): boolean {
    return this.#digests.has(key);
  }

  set(key: string, text: string): void {
    this.delete(key);
    const digest = digestOf(key, text);
    this.#digests.set(key, digest);
    this.#sum = (this.#sum + digest) % modulus;
  }

  delete(key: string): void {
    this.#sum = (this.#sum + modulus - (this.#digests.get(key) ?? 0)) % modulus;
    this.#digests.delete(key);
  }

  /** The checksum of all that it covers and one more text. */
  with(key: string, text: string): string {
    return ((this.#sum + digestOf(key, text)) % modulus).toString(16);
  }
}
