import { operationsOf } from '@vpcep/openapi/reader';
import { callLink } from './call-link.js';
import type { GuideText } from './guides.js';

/** The calls that may do something twice when they are sent twice: those by `POST`, but for searches. As a list. */
export const repeatedCalls = ({ document }: GuideText): string =>
  operationsOf(document)
    .filter(({ method, operationId }) => method === 'post' && !operationId.startsWith('list'))
    .map((described) => `- ${callLink(described)}`)
    .join('\n');
