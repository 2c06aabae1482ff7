import { type Document as ApiDocument, operationsOf } from '@vpcep/openapi/reader';
import { parseHTML } from 'linkedom';
import { htmlOf } from './dist.js';

/**
 * A copy of a page that names calls as the document does in its sentences, by their operationIds.
 *
 * @throws Error where a link has a title that is no operationId, or is not what the document calls the operation.
 */
export function namedAsInDocument(address: string, document: ApiDocument): Document {
  const page = parseHTML(htmlOf(address).documentElement.outerHTML).document;
  const summaries = new Map(
    operationsOf(document).map(({ operationId, operation }) => [operationId, operation.summary]),
  );
  for (const link of page.querySelectorAll('main a[title]')) {
    const operationId = link.getAttribute('title') ?? '';
    const summary = summaries.get(operationId);
    if (link.textContent !== summary) {
      throw new Error(`${operationId} is called ${link.textContent}, and not ${String(summary)}`);
    }
    // In a sentence it is in quotation marks, which the document does not have.
    const [before, after] = [link.previousSibling, link.nextSibling];
    if (!before?.textContent?.endsWith('“') || !after?.textContent?.startsWith('”')) continue;
    before.textContent = before.textContent.slice(0, -1);
    after.textContent = after.textContent.slice(1);
    link.textContent = operationId;
  }
  return page;
}
