import { mockAddress } from './mock-address.js';
import { requestOf } from './sample-request.js';
import type { SampledOperation } from './sampled-operation.js';

/** Writes the sample of an operation as a command for a POSIX shell. */
export function curlSample(placed: SampledOperation): string {
  const { method, path, headers, body } = requestOf(placed);
  // Without a body to show, the status is all there is.
  const options = placed.answerExample === undefined ? ' -i' : '';
  const first = `curl${options}${isImplied(method, body) ? '' : ` -X ${method}`} ${quote(mockAddress + path)}`;
  const others = Object.entries(headers).map(([name, value]) =>
    name === 'X-Auth-Token' ? `-H "${name}: \${VPCEP_TOKEN:-${value}}"` : `-H ${quote(`${name}: ${value}`)}`,
  );
  if (body !== undefined) others.push(`-d ${quote(JSON.stringify(body, undefined, 2).replaceAll('\n', '\n  '))}`);
  return [first, ...others].join(' \\\n  ');
}

const isImplied = (method: string, body: unknown) => method === (body === undefined ? 'GET' : 'POST');

/** Quotes a word for the shell, if it needs that. Nothing but its end is special between single quotes. */
const quote = (word: string) => (/^[\w%+,./:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);
