import type { Mock } from '@vpcep/mock';
import type { Arguments, DescribedOperation } from './examples.js';

/** Sends arguments to a mock as they are, since the client would refuse some of them itself, and reads what it answers. */
export async function send(mock: Mock, { method, path }: DescribedOperation, { path: values, query, body }: Arguments) {
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const response = await fetch(`${mock.url}${filled}?${search.toString()}`, {
    method,
    headers: { 'X-Auth-Token': 'any', 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const { error_code: code = '', error_msg: message = '' } = (response.ok ? {} : JSON.parse(text)) as {
    error_code?: string;
    error_msg?: string;
  };
  return { status: response.status, code, message };
}
