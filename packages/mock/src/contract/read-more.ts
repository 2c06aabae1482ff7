import type { IHttpOperation } from '@stoplight/types';
import { fieldAnchor, operationAddress } from '@vpcep/openapi/reader';
import type { Answer } from '../answer.js';
import { reference } from '../generated/reference.js';
import type { Violation } from './violations.js';

/** Names the pages to read about what is wrong with a request, in lines for the log. */
export type ReadMore = (operation: IHttpOperation, violations: readonly Violation[]) => Pick<Answer, 'explanation'>;

/** How many pages are worth naming. */
const maxPages = 3;

/** The page of an operation of the mock's own document, and there the fields that are wrong. */
export const readMore: ReadMore | undefined = ({ iid = '' }, violations) => {
  const pages = violations.map((violation) => reference + operationAddress(iid) + anchorOf(violation));
  return { explanation: [...new Set(pages)].slice(0, maxPages).map((page) => `see ${page}`) };
};

const places = ['path', 'query', 'body'] as const;

/** Where the page has the field; nothing for what the document does not know. */
function anchorOf({ path: [first, ...within], rule }: Violation): string {
  const place = places.find((known) => known === first);
  const path = within.filter((segment) => typeof segment === 'string');
  return place === undefined || path.length === 0 || rule === 'additionalProperties'
    ? ''
    : `#${fieldAnchor({ in: place, path })}`;
}
