import { type DescribedOperation, required } from '@vpcep/openapi/reader';

/** A link to an operation by what it is called, as guides write links. */
export const callLink = (described: DescribedOperation): string =>
  `[${required(described.operation.summary, described, 'summary')}](#operation/${described.operationId})`;
