/*
 * SHA-256 (FIPS 180-4) and HMAC (RFC 2104) of texts, in plain TypeScript. WebCrypto's are asynchronous: each call leaves
 * the thread, which for the few hundred bytes of a request costs several times what the hashing itself does, and browsers
 * offer it to https pages only. Nothing here branches or looks up by what is hashed, but for the digits
 * of hashes that are sent anyway, so that time tells nothing of it.
 *
 * All is worked out in buffers that are made once: new ones for every request would cost as much again.
 */

const blockSize = 64;
const hashSize = 32;
/** Longer messages get a buffer of their own, which is not kept. */
const keptSize = 0x10000;
const kept = /* @__PURE__ */ new Uint8Array(keptSize);
const keyBlock = /* @__PURE__ */ new Uint8Array(blockSize);
/** The words of 32 bits that are mixed in, round by round: those of the block, and constants. */
const schedule = /* @__PURE__ */ new Int32Array(64);
const constants = /* @__PURE__ */ fractions(64, Math.cbrt);
const initialState = /* @__PURE__ */ fractions(8, Math.sqrt);
const state = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(hashSize));
const encoder = /* @__PURE__ */ new TextEncoder();
/** Of every byte, its two digits: looked up, they take a third of the time of being worked out. */
const digits = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) => (byte + 256).toString(16).slice(1));

/** The first 32 bits of the fractional parts of the roots of the first primes. */
function fractions(count: number, root: (prime: number) => number): Int32Array {
  const words = new Int32Array(count);
  for (let candidate = 2, index = 0; index < count; candidate++) {
    let divisor = 2;
    while (candidate % divisor !== 0) divisor++;
    if (divisor === candidate) words[index++] = root(candidate) * 2 ** 32;
  }
  return words;
}

/** The SHA-256 of a text's UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  const message = roomFor(text);
  hash(message, encoder.encodeInto(text, message).written);
  return hexadecimal();
}

/** The HMAC of a text's UTF-8 with SHA-256, in hexadecimal. */
export function hmacSha256(key: string, text: string): string {
  keyBlock.fill(0);
  const { read } = encoder.encodeInto(key, keyBlock);
  if (read < key.length) {
    sha256(key);
    keyBlock.fill(0).set(new Uint8Array(state.buffer));
  }
  const message = roomFor(text);
  for (let index = 0; index < blockSize; index++) message[index] = at(keyBlock, index) ^ 0x36;
  hash(message, blockSize + encoder.encodeInto(text, message.subarray(blockSize)).written);
  for (let index = 0; index < blockSize; index++) message[index] = at(keyBlock, index) ^ 0x5c;
  message.set(new Uint8Array(state.buffer), blockSize);
  hash(message, blockSize + hashSize);
  return hexadecimal();
}

/** A buffer for a text, at most three bytes a character, with the block of a key before it and padding after it. */
function roomFor(text: string): Uint8Array<ArrayBuffer> {
  const size = blockSize + text.length * 3 + 2 * blockSize;
  return size > keptSize ? new Uint8Array(size) : kept;
}

/** Leaves in `state` the hash of the message, which is as many bytes of the buffer as `length`. */
function hash(buffer: Uint8Array<ArrayBuffer>, length: number): void {
  // A single bit and the number of bits follow the message, and fill its last block.
  const end = Math.ceil((length + 9) / blockSize) * blockSize;
  buffer.fill(0, length, end);
  buffer[length] = 0x80;
  const message = new DataView(buffer.buffer);
  message.setUint32(end - 8, length / 2 ** 29);
  message.setUint32(end - 4, length * 8);
  initialState.forEach((word, index) => {
    state.setInt32(index * 4, word);
  });
  for (let block = 0; block < end; block += blockSize) compress(message, block);
}

const rotate = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits));
/** An element of an array; the type of arrays does not know that none is asked for beyond the end. */
const at = (values: Int32Array | Uint8Array, index: number) => values[index] ?? 0;

function compress(message: DataView, block: number): void {
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

function hexadecimal(): string {
  let text = '';
  for (let index = 0; index < hashSize; index++) text += digits[state.getUint8(index)] ?? '';
  return text;
}
