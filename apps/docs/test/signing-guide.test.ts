import { createHash, createHmac } from 'node:crypto';
import { createVpcepClient } from '@vpcep/client';
import { demoKey } from './demo-key.js';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readGuide } from '../src/guides/guides.js';
import { languages } from '../src/site/languages.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex');

/** The steps of the worked example, as the guide of a language has them. */
function stepsIn(guide: string) {
  const [request = '', canonical = '', toSign = '', signature = '', authorization = ''] = [
    ...guide.matchAll(/^```text\n([\s\S]*?)\n```/gm),
  ].map(([, text = '']) => text);
  const [line = '', ...headers] = request.split('\n');
  return { line, headers: headers.map((header) => header.split(': ')), canonical, toSign, signature, authorization };
}

describe.each(languages)('the worked example, in %s', (language) => {
  const { line, headers, canonical, toSign, signature, authorization } = stepsIn(readGuide('sign', language));
  const sent = new Headers(headers.map(([name = '', value = '']): [string, string] => [name, value]));
  const date = sent.get('X-Sdk-Date') ?? '';

  test('each step is made of the one before it', () => {
    const [method = '', target = ''] = line.split(' ');
    const [path = '', query = ''] = target.split('?');
    const names = [...sent.keys()].sort();
    const lines = names.map((name) => `${name}:${sent.get(name) ?? ''}\n`).join('');
    expect(canonical).toBe([method, `${path}/`, query, lines, names.join(';'), sha256('')].join('\n'));
    expect(toSign).toBe(`SDK-HMAC-SHA256\n${date}\n${sha256(canonical)}`);
    expect(signature).toBe(hmac(demoKey.secretAccessKey, toSign));
    expect(authorization).toContain(`SignedHeaders=${names.join(';')}, Signature=${signature}`);
  });

  describe('what the client sends', () => {
    beforeAll(() => {
      vi.useFakeTimers({
        toFake: ['Date'],
        now: Date.parse(date.replace(/(....)(..)(..T..)(..)(..Z)/, '$1-$2-$3:$4:$5')),
      });
    });
    afterAll(() => {
      vi.useRealTimers();
    });

    test('is the same request with the same signature', async () => {
      const requests: Request[] = [];
      const fetch = (input: RequestInfo | URL, init?: RequestInit) => {
        requests.push(new Request(input, init));
        return Promise.resolve(Response.json({ endpoint_services: [], total_count: 0 }));
      };
      const projectId = sent.get('X-Project-Id') ?? '';
      const vpcep = createVpcepClient({ region: 'cn-north-4', projectId, credentials: demoKey, fetch });
      await vpcep.listEndpointService({ query: { limit: 10, status: 'available' } });
      const [request] = requests;
      expect(request?.url).toBe(`https://${sent.get('Host') ?? ''}${line.split(' ')[1] ?? ''}`);
      expect(request?.headers.get('X-Sdk-Date')).toBe(date);
      expect(request?.headers.get('Authorization')).toBe(authorization);
    });
  });
});

test.each(languages)('the known answers are those of the steps that the guide gives, in %s', (language) => {
  const answers = [...readGuide('sign', language).matchAll(/^\| `(\w+) (\S+?)\?(\S+)`(?: `(.+)`)? +\| `(\w+)` \|$/gm)];
  expect(answers).toHaveLength(2);
  for (const [, method, path, query, body, signature] of answers) {
    const payload = sha256(body === undefined ? '' : `${body}\n`);
    const canonical = `${method}\n${path}/\n${query}\nx-sdk-date:20060102T150405Z\n\nx-sdk-date\n${payload}`;
    expect(hmac('SecretKey', `SDK-HMAC-SHA256\n20060102T150405Z\n${sha256(canonical)}`)).toBe(signature);
  }
});
