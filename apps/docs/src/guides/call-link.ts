import type { DescribedOperation } from '@vpcep/openapi/reader';
import { callInMarkdown, namedCall } from '../calls/call-names.js';

/** A link to an operation by what it is called, as guides write links. */
export const callLink = (described: DescribedOperation): string =>
  callInMarkdown(namedCall(described), `#operation/${described.operationId}`);
