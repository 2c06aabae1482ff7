import type { ErrorBody } from '@vpcep/types';
import type { Answer } from '../answer.js';
import { gatewayErrors } from '../generated/error-catalogue.js';
import { randomId } from '../platform/platform.js';

/** The header that names the request, for those who ask Huawei Cloud's support about it. */
export const requestIdHeader = 'X-Request-Id';

/** An answer with an ID of its request, which the gateway repeats in its bodies. */
export function withRequestId(answer: Answer): Answer {
  const id = randomId();
  const { headers, body } = answer;
  return {
    ...answer,
    headers: { ...headers, [requestIdHeader]: id },
    ...(isOfGateway(body) && { body: { ...body, request_id: id } }),
  };
}

const isOfGateway = (body: unknown): body is ErrorBody =>
  typeof body === 'object' && body !== null && 'error_code' in body && gatewayErrors.has(String(body.error_code));
