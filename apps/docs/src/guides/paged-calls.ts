import {
  type DescribedOperation,
  type Document,
  operationsOf,
  required,
  resolve,
  type Schema,
} from '@vpcep/openapi/reader';
import { callLink } from './call-link.js';
import type { GuideText } from './guides.js';
import { markdownTable } from './markdown-table.js';
import { partTextsOf } from './part-texts.js';

/** The calls whose lists come in pages, and how large these may be, as a table. */
export function pagedCalls({ document, language }: GuideText): string {
  const texts = partTextsOf[language];
  return markdownTable(
    [texts.call, texts.place, texts.limit, texts.largestLimit],
    operationsOf(document).flatMap((described) => {
      const { place, limit } = limitOf(document, described) ?? {};
      if (place === undefined || limit === undefined) return [];
      const given = required(limit.default, described, 'a default of limit');
      const largest = required(limit.maximum, described, 'a largest limit');
      return [[callLink(described), texts.places[place], `\`${String(given)}\``, `\`${largest}\``]];
    }),
  );
}

function limitOf(
  document: Document,
  { parameters, requestBody }: DescribedOperation,
): { place: 'query' | 'body'; limit: Schema } | undefined {
  const parameter = parameters.find(({ name }) => name === 'limit');
  if (parameter !== undefined) return { place: 'query', limit: resolve(document, parameter.schema) };
  const { properties = {} } = resolve(document, requestBody?.json?.schema ?? {});
  return properties['limit'] && { place: 'body', limit: resolve(document, properties['limit']) };
}
