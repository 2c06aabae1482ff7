import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Connection } from './connection.js';
import { type ImageLine, imageLayout } from './image.js';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** How many lines go into one part, and how many characters at least end one. */
const part = { lines: 2000, characters: 4_000_000 };

/** How long an image is there that is not in use yet, or that somebody may still read, in milliseconds. */
const spareMs = 60_000;

/** The last part of an image. An image without it is not whole. */
const end = (lines: number) => JSON.stringify({ layout: imageLayout, lines });

/** Writes an image under a key, in parts, between which others have their turn. */
export async function writeImage(connection: Connection, key: string, lines: Iterable<ImageLine>): Promise<void> {
  let count = 0;
  let texts: string[] = [];
  let characters = 0;
  async function write(text: string): Promise<void> {
    await connection.call('RPUSH', key, await compress(text));
    await connection.call('PEXPIRE', key, spareMs);
  }
  for (const line of lines) {
    const text = JSON.stringify(line);
    count++;
    texts.push(text);
    characters += text.length;
    if (texts.length < part.lines && characters < part.characters) continue;
    await write(texts.join('\n'));
    texts = [];
    characters = 0;
  }
  if (texts.length > 0) await write(texts.join('\n'));
  await write(end(count));
}

/** Reads an image. False when it is gone, or a part of it: another may have taken its place. */
export async function readImage(
  connection: Connection,
  key: string,
  take: (line: ImageLine) => void,
): Promise<boolean> {
  let count = 0;
  for (let index = 0; ; index++) {
    const found = await connection.call('LINDEX', key, index);
    if (!Buffer.isBuffer(found)) return false;
    const text = (await decompress(found)).toString();
    for (const line of text.split('\n')) {
      const read = JSON.parse(line) as ImageLine | { layout: number; lines: number };
      if ('layout' in read) {
        if (read.layout === imageLayout && read.lines === count) return true;
        throw new Error(`the image ${key} is damaged, or another version of the mock has written it`);
      }
      take(read);
      count++;
    }
  }
}
