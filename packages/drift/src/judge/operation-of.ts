import type { DescribedOperation } from '@vpcep/openapi/reader';
import type { Exchange } from '../traffic/exchange.js';

/** The operation that a request is of: where several paths fit, the one that names more of it in words of its own. */
export function operationOf(
  operations: readonly DescribedOperation[],
  { method, path }: Pick<Exchange, 'method' | 'path'>,
): DescribedOperation | undefined {
  const segments = path.split('/');
  const [best] = operations
    .filter((operation) => operation.method === method.toLowerCase() && fits(operation.path.split('/'), segments))
    .map((operation) => ({
      operation,
      rank: operation.path
        .split('/')
        .map((part) => (isParameter(part) ? '1' : '0'))
        .join(''),
    }))
    .sort((one, other) => (one.rank < other.rank ? -1 : 1));
  return best?.operation;
}

const fits = (template: readonly string[], segments: readonly string[]): boolean =>
  template.length === segments.length &&
  template.every((part, index) => (isParameter(part) ? segments[index] !== '' : part === segments[index]));

export const isParameter = (segment: string): boolean => segment.startsWith('{');
