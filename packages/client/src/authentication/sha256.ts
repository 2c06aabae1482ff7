/*
 * SHA-256 (FIPS 180-4) and HMAC (RFC 2104) in plain TypeScript. WebCrypto's are asynchronous: each call leaves the
 * thread, which for the few hundred bytes of a request costs several times what the hashing itself does, and browsers
 * offer it to https pages only. Nothing here branches or looks up by what is hashed, so that time tells nothing of it.
 */

const blockSize = 64;
const hashSize = 32;
/** The words of 32 bits that are mixed in, round by round: those of the block, and constants. */
const schedule = new Int32Array(64);
const constants = new Int32Array(64);
const initialState = new DataView(new ArrayBuffer(hashSize));

// The first 32 bits of the fractional parts of the square roots of the first 8 primes, and cube roots of the first 64.
for (let candidate = 2, index = 0; index < constants.length; candidate++) {
  let divisor = 2;
  while (candidate % divisor !== 0) divisor++;
  if (divisor < candidate) continue;
  if (index < 8) initialState.setInt32(index * 4, Math.sqrt(candidate) * 2 ** 32);
  constants[index++] = Math.cbrt(candidate) * 2 ** 32;
}

/** The SHA-256 of the parts, one after the other. */
export function sha256(...parts: Uint8Array[]): DataView<ArrayBuffer> {
  let length = 0;
  for (const part of parts) length += part.length;
  // A single bit and the number of bits follow the message, and fill its last block.
  const padded = new Uint8Array(Math.ceil((length + 9) / blockSize) * blockSize);
  let end = 0;
  for (const part of parts) {
    padded.set(part, end);
    end += part.length;
  }
  padded[length] = 0x80;
  const message = new DataView(padded.buffer);
  message.setUint32(padded.length - 8, length / 2 ** 29);
  message.setUint32(padded.length - 4, length * 8);

  const state = new DataView(initialState.buffer.slice(0));
  for (let block = 0; block < padded.length; block += blockSize) compress(state, message, block);
  return state;
}

const rotate = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits));
/** A word of an array; the type of arrays does not know that none is asked for beyond the end. */
const at = (words: Int32Array, index: number) => words[index] ?? 0;

function compress(state: DataView, message: DataView, block: number): void {
  let a = state.getInt32(0);
  let b = state.getInt32(4);
  let c = state.getInt32(8);
  let d = state.getInt32(12);
  let e = state.getInt32(16);
  let f = state.getInt32(20);
  let g = state.getInt32(24);
  let h = state.getInt32(28);
  for (let round = 0; round < 64; round++) {
    let word: number;
    if (round < 16) {
      word = message.getInt32(block + round * 4);
    } else {
      const early = at(schedule, round - 15);
      const late = at(schedule, round - 2);
      word =
        (at(schedule, round - 16) +
          (rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)) +
          at(schedule, round - 7) +
          (rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10))) |
        0;
    }
    schedule[round] = word;
    const first =
      (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + (g ^ (e & (f ^ g))) + at(constants, round) + word) | 0;
    const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) | (c & (a | b)));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state.setInt32(index * 4, state.getInt32(index * 4) + word);
  });
}

/** The HMAC of a message with SHA-256. */
export function hmacSha256(key: Uint8Array, message: Uint8Array): DataView<ArrayBuffer> {
  const inner = new Uint8Array(blockSize);
  inner.set(key.length > blockSize ? new Uint8Array(sha256(key).buffer) : key);
  const outer = inner.map((byte) => byte ^ 0x5c);
  return sha256(
    outer,
    new Uint8Array(
      sha256(
        inner.map((byte) => byte ^ 0x36),
        message,
      ).buffer,
    ),
  );
}
