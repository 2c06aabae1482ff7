/*
 * Digests for pages, where those of the browser are asynchronous. In a page each kilobyte counts, and a library for these two
 * weighs three times as much. On Node, its own are used.
 */

const wordsOf = (count: number, word: (index: number) => number): Int32Array =>
  Int32Array.from({ length: count }, (_, i) => word(i) | 0);
const at = (words: Int32Array, index: number): number => words[index] ?? 0;
const turn = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/** Pads bytes to whole blocks of 64, as both digests ask, with their length in bits at the end. */
function padded(bytes: Uint8Array, isLittleEndian: boolean): DataView {
  const view = new DataView(new ArrayBuffer((((bytes.length + 8) >> 6) + 1) << 6));
  new Uint8Array(view.buffer).set(bytes);
  view.setUint8(bytes.length, 0x80);
  view.setBigUint64(view.byteLength - 8, BigInt(bytes.length) * 8n, isLittleEndian);
  return view;
}

/** What the blocks of a message make of a state, block by block. */
function digest(
  bytes: Uint8Array,
  state: Int32Array,
  isLittleEndian: boolean,
  mix: (state: Int32Array, word: (index: number) => number) => Int32Array,
): Uint8Array {
  const view = padded(bytes, isLittleEndian);
  let sum = state;
  for (let block = 0; block < view.byteLength; block += 64) {
    const mixed = mix(sum, (index) => view.getInt32(block + index * 4, isLittleEndian));
    const before = sum;
    sum = wordsOf(state.length, (i) => at(before, i) + at(mixed, i));
  }
  const result = new DataView(new ArrayBuffer(sum.length * 4));
  for (const [index, word] of sum.entries()) result.setInt32(index * 4, word, isLittleEndian);
  return new Uint8Array(result.buffer);
}

/**
 * The first 32 bits behind the point. Of what the tables are made of, nothing is as near as 2^-40 to where these change, and each
 * engine's functions are exact to 2^-49 there: they give the same words.
 */
const fractionOf = (value: number): number => (value % 1) * 2 ** 32;

/** The table of RFC 1321. */
const md5Constants = wordsOf(64, (i) => fractionOf(Math.abs(Math.sin(i + 1))));
const md5Turns = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const md5State = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);

/** MD5, by RFC 1321. */
export const md5 = (bytes: Uint8Array): Uint8Array =>
  digest(bytes, md5State, true, (state, word) => {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      const mixed =
        round === 0
          ? ((b & c) | (~b & d)) + word(i)
          : round === 1
            ? ((d & b) | (~d & c)) + word((5 * i + 1) % 16)
            : round === 2
              ? (b ^ c ^ d) + word((3 * i + 5) % 16)
              : (c ^ (b | ~d)) + word((7 * i) % 16);
      const turned = turn((a + mixed + at(md5Constants, i)) | 0, md5Turns[round * 4 + (i % 4)] ?? 0);
      [a, d, c] = [d, c, b];
      b = (b + turned) | 0;
    }
    return Int32Array.of(a, b, c, d);
  });

const primes: number[] = [];
for (let candidate = 2; primes.length < 64; candidate++) {
  if (primes.every((prime) => candidate % prime > 0)) primes.push(candidate);
}
const shaConstants = wordsOf(64, (i) => fractionOf(Math.cbrt(primes[i] ?? 0)));
const shaState = wordsOf(8, (i) => fractionOf(Math.sqrt(primes[i] ?? 0)));

/** SHA-256, by FIPS 180-4. */
export const sha256 = (bytes: Uint8Array): Uint8Array =>
  digest(bytes, shaState, false, (state, word) => {
    const w = new Int32Array(64);
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let i = 0; i < 64; i++) {
      const [x, y] = [at(w, i - 15), at(w, i - 2)];
      w[i] =
        i < 16
          ? word(i)
          : at(w, i - 16) +
            (turn(x, 25) ^ turn(x, 14) ^ (x >>> 3)) +
            at(w, i - 7) +
            (turn(y, 15) ^ turn(y, 13) ^ (y >>> 10));
      const one = h + (turn(e, 26) ^ turn(e, 21) ^ turn(e, 7)) + ((e & f) ^ (~e & g)) + at(shaConstants, i) + at(w, i);
      const two = (turn(a, 30) ^ turn(a, 19) ^ turn(a, 10)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b] = [g, f, e, (d + one) | 0, c, b, a];
      a = (one + two) | 0;
    }
    return Int32Array.of(a, b, c, d, e, f, g, h);
  });

/** HMAC with SHA-256, by RFC 2104. */
export function hmacSha256(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? sha256(key) : key);
  const under = (mask: number, rest: Uint8Array) => sha256(Uint8Array.of(...block.map((byte) => byte ^ mask), ...rest));
  return under(0x5c, under(0x36, bytes));
}
