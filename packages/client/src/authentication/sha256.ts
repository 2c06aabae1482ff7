/*
 * SHA-256 (FIPS 180-4) and HMAC (RFC 2104) of texts, in plain TypeScript. WebCrypto's are asynchronous: each call leaves
 * the thread, which for the few hundred bytes of a request costs several times what the hashing itself does, and browsers
 * offer it to https pages only. Nothing here branches or looks up by what is hashed, but for the digits
 * of hashes that are sent anyway, so that time tells nothing of it.
 *
 * Node and Bun have a synchronous one that is faster: there ../node/sha256.ts takes the place of this module, as the
 * `imports` of package.json say, once it is built.
 *
 * All is worked out in buffers that are made once: new ones for every request would cost as much again. Between requests
 * other code has taken over the processor's caches, so that what is short is also what is fast.
 */

const blockSize = 64;
const hashSize = 32;

/** Bytes, and the same seen as words, which SHA-256 writes with the highest byte first. */
const roomOf = (size: number) => {
  const bytes = new Uint8Array(size);
  return { bytes, words: new DataView(bytes.buffer) };
};
type Room = ReturnType<typeof roomOf>;

/** Longer messages get a room of their own, which is not kept. */
const keptSize = 0x10000;
const kept = /* @__PURE__ */ roomOf(keptSize);
const keyBlock = /* @__PURE__ */ roomOf(blockSize);
/** The words of 32 bits that are mixed in, round by round: those of the block, and constants. */
const schedule = /* @__PURE__ */ new Int32Array(64);
const constants = /* @__PURE__ */ fractions(64, Math.cbrt);
const initialState = /* @__PURE__ */ fractions(8, Math.sqrt);
const state = /* @__PURE__ */ new Int32Array(8);
/** Of every byte, its two digits: looked up, they take a third of the time of being worked out. */
const digits = /* @__PURE__ */ Array.from({ length: 256 }, (_, byte) => (byte + 256).toString(16).slice(1));

/** Made when it is first needed: what pretends to be a browser, such as jsdom, may have none, and still loads the client. */
let encoder: TextEncoder | undefined;
const encode = (text: string, bytes: Uint8Array) => (encoder ??= new TextEncoder()).encodeInto(text, bytes);

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
  hash(message, encode(text, message.bytes).written);
  return hexadecimal();
}

/** The HMAC of a text's UTF-8 with SHA-256, in hexadecimal. */
export function hmacSha256(key: string, text: string): string {
  keyBlock.bytes.fill(0);
  const { read } = encode(key, keyBlock.bytes);
  if (read < key.length) {
    sha256(key);
    keyBlock.bytes.fill(0);
    writeState(keyBlock, 0);
  }
  const message = roomFor(text);
  writeKey(message, 0x36363636);
  hash(message, blockSize + encode(text, message.bytes.subarray(blockSize)).written);
  writeKey(message, 0x5c5c5c5c);
  writeState(message, blockSize);
  hash(message, blockSize + hashSize);
  return hexadecimal();
}

/** The room for a text, at most three bytes a character, with the block of a key before it and padding after it. */
function roomFor(text: string): Room {
  const size = blockSize + text.length * 3 + 2 * blockSize;
  return size > keptSize ? roomOf(size) : kept;
}

/** Writes the block of the key, each of its words mixed with the pad, in front of a message. */
function writeKey({ words }: Room, pad: number): void {
  for (let at = 0; at < blockSize; at += 4) words.setInt32(at, keyBlock.words.getInt32(at) ^ pad);
}

function writeState({ words }: Room, at: number): void {
  for (let index = 0; index < 8; index++) words.setInt32(at + index * 4, wordOf(state, index));
}

/** Leaves in `state` the hash of the message, which is the first bytes of the room, as many as `length`. */
function hash({ bytes, words }: Room, length: number): void {
  // A single bit and the number of bits follow the message, and fill its last block.
  const end = Math.ceil((length + 9) / blockSize) * blockSize;
  bytes.fill(0, length, end);
  bytes[length] = 0x80;
  words.setUint32(end - 8, length / 2 ** 29);
  words.setUint32(end - 4, length * 8);
  state.set(initialState);
  for (let block = 0; block < end; block += blockSize) compress(words, block);
}

const rotate = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits));
/** An element of an array; the type of arrays does not know that none is asked for beyond the end. */
const wordOf = (words: Int32Array, index: number) => words[index] ?? 0;

function compress(message: DataView, block: number): void {
  let a = wordOf(state, 0);
  let b = wordOf(state, 1);
  let c = wordOf(state, 2);
  let d = wordOf(state, 3);
  let e = wordOf(state, 4);
  let f = wordOf(state, 5);
  let g = wordOf(state, 6);
  let h = wordOf(state, 7);
  for (let round = 0; round < 64; round++) {
    let word: number;
    if (round < 16) {
      word = message.getInt32(block + round * 4);
    } else {
      const early = wordOf(schedule, round - 15);
      const late = wordOf(schedule, round - 2);
      word =
        (wordOf(schedule, round - 16) +
          (rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)) +
          wordOf(schedule, round - 7) +
          (rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10))) |
        0;
    }
    schedule[round] = word;
    const first =
      (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + (g ^ (e & (f ^ g))) + wordOf(constants, round) + word) | 0;
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
    state[index] = wordOf(state, index) + word;
  });
}

function hexadecimal(): string {
  let text = '';
  for (let index = 0; index < 8; index++) {
    const word = wordOf(state, index);
    for (let bits = 24; bits >= 0; bits -= 8) text += digits[(word >>> bits) & 0xff] ?? '';
  }
  return text;
}
