import type { Attributes } from '@opentelemetry/api';
import type { AttemptEvent, AttemptResult } from '../call/hooks.js';

/*
 * What spans say of requests, by the names that OpenTelemetry agrees on for HTTP clients
 * (https://opentelemetry.io/docs/specs/semconv/http/http-spans/).
 */

/** What is known of an attempt when it begins; `template` is the path with its `{names}`, where it is known. */
export function requestAttributes({ method, url, attempt }: AttemptEvent, template: string | undefined): Attributes {
  const { hostname, port, protocol } = new URL(url);
  return {
    'http.request.method': method,
    'url.full': url,
    ...(template !== undefined && { 'url.template': template }),
    'server.address': hostname.replace(/^\[(.*)\]$/, '$1'),
    'server.port': Number(port) || (protocol === 'http:' ? 80 : 443),
    ...(attempt > 1 && { 'http.request.resend_count': attempt - 1 }),
  };
}

/** What is known of an attempt when it has ended. */
export function responseAttributes({ status, requestId, error }: Omit<AttemptResult, 'duration'>): Attributes {
  return {
    ...(status !== undefined && { 'http.response.status_code': status }),
    ...(requestId !== undefined && { 'vpcep.request_id': requestId }),
    ...(error && { 'error.type': status !== undefined && status >= 400 ? String(status) : error.name }),
  };
}
