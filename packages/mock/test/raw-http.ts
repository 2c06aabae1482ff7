import { connect } from 'node:net';
import { setImmediate } from 'node:timers/promises';

/** An answer as it came over the connection. */
export interface RawAnswer {
  status: number;
  /** Status line and headers. */
  head: string;
  text: string;
}

/**
 * Writes bytes, or several parts one by one, on a connection of their own, and reads until it is closed. The bytes have to
 * ask for that, unless they are so wrong that the server does it of itself.
 *
 * @throws Error when the connection is still open after half a minute.
 */
export function exchange(
  url: string,
  bytes: string | Buffer | readonly Buffer[],
  { halfClose = false } = {},
): Promise<RawAnswer[]> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const received: Buffer[] = [];
    const parts = typeof bytes === 'string' || Buffer.isBuffer(bytes) ? [bytes] : bytes;
    const socket = connect(Number(port), hostname, () => void write());
    socket.setNoDelay();
    async function write() {
      for (const [index, part] of parts.entries()) {
        if (index > 0) await setImmediate();
        socket.write(part);
      }
      if (halfClose) socket.end();
    }
    const timeout = setTimeout(() => {
      socket.destroy();
      const sent = parts.map((part) => part.toString('latin1')).join('');
      reject(new Error(`left hanging by: ${sent.slice(0, 500)}`));
    }, 30_000);
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    // The server may close while bytes that it does not want are under way.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timeout);
      resolve(answersIn(Buffer.concat(received).toString()));
    });
  });
}

function answersIn(text: string): RawAnswer[] {
  return text
    .split(/(?=HTTP\/1\.1 \d{3} )/)
    .filter((answer) => answer !== '' && !answer.startsWith('HTTP/1.1 100 '))
    .map((answer) => ({
      status: Number(answer.slice(9, 12)),
      head: answer.slice(0, answer.indexOf('\r\n\r\n') + 2),
      text: answer.slice(answer.indexOf('\r\n\r\n') + 4),
    }));
}
