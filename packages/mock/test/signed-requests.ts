import { createHash, createHmac } from 'node:crypto';
import { request } from 'node:http';
import { AKSKSigner } from '@huaweicloud/huaweicloud-sdk-core/auth/AKSKSigner.js';
import { BasicCredentials } from '@huaweicloud/huaweicloud-sdk-core/auth/BasicCredentials.js';
import { HttpRequestBuilder } from '@huaweicloud/huaweicloud-sdk-core/http/IHttpRequestBuilder.js';
import type { Reply } from './api.js';

/** A request as it is written to the wire, with nothing changed on the way. */
export interface Wire {
  method: string;
  target: string;
  headers: Record<string, string>;
  body?: string;
}

export function send(url: string, { method, target, headers, body }: Wire): Promise<Reply & { date: string }> {
  const { hostname, port } = new URL(url);
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, method, path: target, headers: { ...headers, ...length }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({
            status: response.statusCode ?? 0,
            body: text === '' ? undefined : (JSON.parse(text) as unknown),
            date: response.headers.date ?? '',
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A time as `X-Sdk-Date` has it. */
export const sdkDate = (time: Date): string => time.toISOString().replace(/[-:]|\.\d+/g, '');

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
export const hmac = (secret: string, text: string): string => createHmac('sha256', secret).update(text).digest('hex');

/** The `Authorization` header that Huawei's own SDK makes. Path and query are not escaped. */
export function authorizationOfSdk(
  sent: {
    method: string;
    host: string;
    path: string;
    query?: Record<string, string | string[]>;
    headers: Record<string, string>;
    data?: unknown;
  },
  key: { accessKeyId: string; secretAccessKey: string },
): string {
  const built = new HttpRequestBuilder()
    .withMethod(sent.method)
    .withEndpoint(`http://${sent.host}${sent.path}`)
    .withQueryParams(sent.query ?? {})
    .withHeaders({ ...sent.headers })
    .withData(sent.data)
    .build();
  const signed: { Authorization?: string } = AKSKSigner.sign(
    built,
    new BasicCredentials({ ak: key.accessKeyId, sk: key.secretAccessKey }),
  );
  return signed.Authorization ?? '';
}
