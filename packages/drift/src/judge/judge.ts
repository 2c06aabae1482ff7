import { type DescribedOperation, type DescribedResponse, type Document, operationsOf } from '@vpcep/openapi/reader';
import { maskText } from '../mask.js';
import type { Exchange } from '../traffic/exchange.js';
import { bodyFindings } from './body.js';
import { type Finding, merged, type NewFinding } from './finding.js';
import { headerFindings } from './headers.js';
import { operationOf } from './operation-of.js';

/** Holds answers against the document: what they have that it does not say. */
export function judge(document: Document, exchanges: readonly Exchange[]): Finding[] {
  const operations = operationsOf(document);
  const words = new Set(operations.flatMap(({ path }) => path.split('/')));
  return merged(
    exchanges.flatMap((exchange) => {
      const { method, status } = exchange;
      const operation = operationOf(operations, exchange);
      if (operation === undefined) {
        const path = exchange.path
          .split('/')
          .map((part) => (words.has(part) ? part : maskText(part)))
          .join('/');
        const call = `${method.toUpperCase()} ${path}`;
        return [{ kind: 'call' as const, operation: call, status, place: '', document: 'no such call', example: '' }];
      }
      const { operationId } = operation;
      return answerFindings(document, operation, exchange).map((found) => ({
        ...found,
        operation: operationId,
        status,
      }));
    }),
  );
}

function answerFindings(document: Document, operation: DescribedOperation, exchange: Exchange): NewFinding[] {
  const described = responseOf(operation, exchange.status);
  if (described === undefined) {
    const known = operation.responses.map(({ status }) => status).join(', ');
    return [{ kind: 'status', place: 'status', document: `one of ${known}`, example: String(exchange.status) }];
  }
  return [...headerFindings(document, described, exchange), ...bodyFindings(document, described, exchange)];
}

function responseOf({ responses }: DescribedOperation, status: number): DescribedResponse | undefined {
  const documented = (name: string) => responses.find((response) => response.status === name);
  return documented(String(status)) ?? documented(`${Math.floor(status / 100)}XX`) ?? documented('default');
}
