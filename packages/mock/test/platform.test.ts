import { createHash, createHmac } from 'node:crypto';
import querystring from 'node:querystring';
import { scaled } from '@vpcep/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64, bytesOf, bytesOfHex, textOfUtf8, unescape, utf8 } from '../src/platform/bytes.js';
import * as node from '../src/platform/platform.js';
import * as page from '../src/platform/platform.page.js';

const numRuns = scaled(300);
const text = fc.string({ unit: 'binary', maxLength: 200 });

describe.each([
  ['Node', node],
  ['a page', page],
])('on %s', (_, platform) => {
  test('MD5 is that of RFC 1321', () => {
    expect(platform.md5('')).toBe('d41d8cd98f00b204e9800998ecf8427e');
    expect(platform.md5('message digest')).toBe('f96b697d7cb7938d525a2f31aaf161d0');
  });

  test('SHA-256 is that of FIPS 180', () => {
    expect(platform.sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(platform.sha256(new Uint8Array([0x61, 0x62, 0x63]))).toBe(platform.sha256('abc'));
  });

  test('HMAC is that of RFC 4231', () => {
    expect(platform.hmacSha256('Jefe', 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  test('any text has the digests that Node has for it', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(platform.md5(one)).toBe(createHash('md5').update(one).digest('hex'));
        expect(platform.sha256(one)).toBe(createHash('sha256').update(one).digest('hex'));
        expect(platform.hmacSha256(one, other)).toBe(createHmac('sha256', one).update(other).digest('hex'));
      }),
      { numRuns },
    );
  });

  test('bytes of any length have the digest that Node has for them', () => {
    for (let length = 0; length < 200; length++) {
      const bytes = new Uint8Array(length).fill(length);
      expect(platform.sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(platform.md5('x'.repeat(length))).toBe(createHash('md5').update('x'.repeat(length)).digest('hex'));
    }
    const long = new Uint8Array(3_000_000).fill(7);
    expect(platform.sha256(long)).toBe(createHash('sha256').update(long).digest('hex'));
  });

  test('chance gives as many bytes as are asked for, and never the same', () => {
    const drawn = Array.from({ length: 100 }, () => platform.random(16));
    expect(new Set(drawn.map(({ length }) => length))).toEqual(new Set([16]));
    expect(new Set(drawn.map(String)).size).toBe(100);
    const ids = Array.from({ length: 100 }, platform.randomId);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });
});

test('escapes are undone as Node undoes them, whatever they stand for', () => {
  const piece = fc.oneof(
    fc.constantFrom('%', '%%', '%4', '%zz', '+', '/', '%2F', '%EF%BB%BF', '%E4%BD', '\u00ff'),
    fc.integer({ min: 0, max: 255 }).map((byte) => `%${byte.toString(16).padStart(2, '0')}`),
    text,
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      expect(unescape(pieces.join(''))).toBe(querystring.unescape(pieces.join('')));
    }),
    { numRuns },
  );
});

test('bytes are written and read as Node writes and reads them', () => {
  fc.assert(
    fc.property(text, fc.uint8Array({ maxLength: 100 }), (written, bytes) => {
      expect(utf8(written)).toEqual(new Uint8Array(Buffer.from(written)));
      expect(bytesOf(written)).toEqual(new Uint8Array(Buffer.from(written, 'latin1')));
      expect(textOfUtf8(bytes)).toBe(Buffer.from(bytes).toString());
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(bytesOfHex(Buffer.from(bytes).toString('hex'))).toEqual(bytes);
    }),
    { numRuns },
  );
});
