import { curlSample } from './curl-sample.js';
import { introduction } from './introduction.js';
import type { Language } from '../site/languages.js';
import { operationsOf, type OpenApiDocument } from './openapi-document.js';
import { typeScriptSample } from './typescript-sample.js';

/**
 * Adds to every operation how to call it with curl, and from TypeScript with our client, as `x-codeSamples`; and to the
 * introduction, what the samples call.
 *
 * @param language What comments are written in.
 * @returns a copy of the document.
 * @throws Error when the document lacks an example that a sample needs.
 */
export async function addCodeSamples<Document extends OpenApiDocument>(
  document: Document,
  language: Language,
): Promise<Document> {
  const copy = structuredClone(document);
  copy.info.description += introduction[language];
  for (const placed of operationsOf(copy)) {
    placed.operation['x-codeSamples'] = [
      { lang: 'Shell', label: 'curl', source: curlSample(placed) },
      { lang: 'TypeScript', label: 'TypeScript', source: await typeScriptSample(placed, language) },
    ];
  }
  return copy;
}
