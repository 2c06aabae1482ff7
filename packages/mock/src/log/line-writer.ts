import type { Writable } from 'node:stream';

/** How many bytes may wait for whoever reads. */
const mostWaiting = 1024 * 1024;

/**
 * Writes lines to a stream without ever waiting for whoever reads it: lines that it does not take in time are left out, and
 * counted, and when nobody reads any more, nothing is written.
 *
 * @param leftOut - the line that says how many were left out.
 */
export function createLineWriter(stream: Writable, leftOut: (count: number) => string): (line: string) => void {
  let missing = 0;
  let isFull = false;
  // What is left of the mock's work is to answer requests: a log that cannot be written must not end it.
  stream.on('error', () => undefined);
  stream.on('drain', catchUp);

  function catchUp(): void {
    isFull = false;
    if (missing === 0) return;
    const count = missing;
    missing = 0;
    stream.write(`${leftOut(count)}\n`);
  }

  return (line) => {
    if (!stream.writable) return;
    if (stream.writableLength > mostWaiting) isFull = true;
    else if (stream.writableLength < mostWaiting / 2) catchUp();
    if (isFull) missing++;
    else stream.write(`${line}\n`);
  };
}
